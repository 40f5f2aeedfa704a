using Drape.Server.Catalogs.Import;
using Drape.Server.Catalogs.Tags;
using Drape.Server.Closets;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Drape.Server.Jobs;

/// <summary>What the OpenAPI document says of what jobs leave; each kind of job that leaves something has its shape here.</summary>
static class ResultDocument
{
    static readonly Type[] Shapes = [typeof(ImportAnswer), typeof(TagResult), typeof(ClosetTally)];

    public static async Task Describe(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var document = context.Document!;
        var schema = new OpenApiSchema
        {
            Description = "Of an import what became of its rows, of tagging how many products' tags were sent and where tags are, "
                + "of photos for a closet how many pieces came into it.",
            OneOf = [],
        };
        foreach (var shape in Shapes)
        {
            document.AddComponent(shape.Name, await context.GetOrCreateSchemaAsync(shape, null, cancellation));
            schema.OneOf.Add(new OpenApiSchemaReference(shape.Name, document));
        }

        if (operation.Responses?["200"].Content is { } content)
        {
            content["application/json"] = new OpenApiMediaType { Schema = schema };
        }
    }
}
