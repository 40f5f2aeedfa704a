using Microsoft.OpenApi;

namespace Drape.Server.OpenApi;

/// <summary>Words for bodies that a route reads itself, so that nothing can be drawn from its parameters.</summary>
static class BodySchema
{
    /// <summary>An object with these fields.</summary>
    public static OpenApiSchema Object(params (string Name, OpenApiSchema Schema)[] fields) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = fields.ToDictionary(f => f.Name, IOpenApiSchema (f) => f.Schema),
    };

    /// <summary>A text.</summary>
    public static OpenApiSchema Text(string description, string? format = null) =>
        new() { Type = JsonSchemaType.String, Description = description, Format = format };
}
