using System.Text.Json.Nodes;
using Drape.Server.OpenApi;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Drape.Server.Catalogs.Search;

/// <summary>What the OpenAPI document says of searches, which read their fields themselves.</summary>
static class SearchDocument
{
    static readonly (string Name, string Meaning)[] Fields =
    [
        ("like", "A product's id: products that look like it; with a photo, what lies between both."),
        ("words", "Words that all must be in a product's name, category, type, colour or pattern."),
        ("colour", "A colour such as #1f2a4d."),
        ("type", "Only products of this type."),
        ("pattern", "Only products with this pattern."),
        ("colourName", "Only products of this main colour."),
        ("gender", "Only products for these, as the shop says it."),
        ("wearer", "woman or man: leaves out what the shop sells to the other; what names nobody stays."),
        ("priceFrom", "The lowest price."),
        ("priceTo", "The highest price."),
        ("sameKind", "true for products of the garment's own kind only."),
        ("limit", "Results at most, 1 to 200; 12 if left out."),
        ("minScore", "The score that a result has at least, 0 to 1."),
        ("diversity", "How much results should differ from each other, 0 to 1."),
    ];

    static readonly (string Name, string Meaning) Garment =
        ("garment", "Which garment of the photo, counted from 0, or whole; the main one if left out.");

    public static Task DescribeQuery(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        AddParameters(operation, Fields);
        if (operation.Responses?["200"].Content?.TryGetValue("application/json", out var answer) == true)
        {
            answer.Example = JsonNode.Parse(Example);
        }

        return Task.CompletedTask;
    }

    static void AddParameters(OpenApiOperation operation, IEnumerable<(string Name, string Meaning)> fields)
    {
        operation.Parameters ??= [];
        foreach (var (name, meaning) in fields)
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Query,
                Description = meaning,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
    }

    public static Task DescribeSent(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        // Beside a photo that is the body itself, the fields stand in the query.
        AddParameters(operation, Fields.Prepend(Garment));
        var file = BodySchema.Text("The picture's file.", "binary");
        (string, OpenApiSchema)[] fields = [.. Fields.Prepend(Garment).Select(f => (f.Name, BodySchema.Text(f.Meaning)))];
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["multipart/form-data"] = new() { Schema = BodySchema.Object([("photo", file), .. fields]) },
                ["application/json"] = new()
                {
                    Schema = BodySchema.Object(
                    [
                        ("base64", BodySchema.Text("The picture's file as base64 text, or a data: URL.")),
                        ("url", BodySchema.Text("Where to fetch the picture; http or https, public addresses only.", "uri")),
                        .. fields,
                    ]),
                    Example = new JsonObject { ["url"] = "https://example.com/look.jpg", ["garment"] = 0, ["limit"] = 12 },
                },
                ["image/*"] = new() { Schema = file },
            },
        };
        return Task.CompletedTask;
    }

    const string Example = """
        {
          "query": {
            "garment": 0, "type": "shirt",
            "garments": [ { "number": 0, "type": "shirt", "colour": "navy", "box": [412, 530, 1980, 2604] } ]
          },
          "results": [ {
            "catalog": "shop", "product": "15970", "score": 0.91, "type": "shirt", "colour": "navy", "pattern": "solid",
            "name": "Navy shirt", "price": 39.9, "currency": "EUR", "link": "https://example.com/15970",
            "picture": "/api/v1/pictures/0c5a97d2e1f40c5a97d2e1f40c5a97d2e1f40c5a97d2e1f40c5a97d2e1f40c5a"
          } ]
        }
        """;
}
