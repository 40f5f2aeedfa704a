using System.Globalization;
using System.Text.Json.Nodes;
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

    /// <summary>One of some words.</summary>
    public static OpenApiSchema Word(string description, IEnumerable<string> words) =>
        new() { Type = JsonSchemaType.String, Description = description, Enum = [.. words.Select(word => JsonValue.Create(word))] };

    /// <summary>A whole number.</summary>
    public static OpenApiSchema Whole(string description, int least, int most) => new()
    {
        Type = JsonSchemaType.Integer,
        Description = description,
        Minimum = least.ToString(CultureInfo.InvariantCulture),
        Maximum = most.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The same, or null.</summary>
    public static OpenApiSchema OrNull(OpenApiSchema schema)
    {
        schema.Type |= JsonSchemaType.Null;
        schema.Enum?.Add(JsonNullSentinel.JsonNull);
        return schema;
    }

    /// <summary>A body that has to be sent, of one content type.</summary>
    public static OpenApiRequestBody Body(string contentType, OpenApiSchema schema, JsonNode? example = null) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType> { [contentType] = new() { Schema = schema, Example = example } },
    };

    /// <summary>Says in the document which body a route takes.</summary>
    public static RouteHandlerBuilder TakesBody(
        this RouteHandlerBuilder route, string contentType, Func<OpenApiSchema> schema, JsonNode? example = null) =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = Body(contentType, schema(), example?.DeepClone());
            return Task.CompletedTask;
        });
}
