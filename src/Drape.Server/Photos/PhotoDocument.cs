using System.Text.Json.Nodes;
using Drape.Server.OpenApi;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Drape.Server.Photos;

/// <summary>What the OpenAPI document says of a photo's ways in and of its two shapes out.</summary>
static class PhotoDocument
{
    public static async Task DescribeAnalyze(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var file = BodySchema.Text("The picture's file.", "binary");
        var form = BodySchema.Object((PhotoIntake.Field, new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = file,
            MinItems = 1,
            Description = "One picture, or several.",
        }), (PhotoIntake.SaveField, BodySchema.Text("true where the readings are to be kept.")));
        form.Required = new HashSet<string> { PhotoIntake.Field };
        var json = BodySchema.Object(
            ("base64", BodySchema.Text("The picture's file as base64 text, or a data: URL.")),
            ("url", BodySchema.Text("Where to fetch the picture; http or https, public addresses only.", "uri")),
            (PhotoIntake.SaveField, new OpenApiSchema
            {
                Type = JsonSchemaType.Boolean,
                Description = "Whether the reading is to be kept.",
            }),
            (PhotoIntake.RereadField, new OpenApiSchema
            {
                Type = JsonSchemaType.Boolean,
                Description = "Whether a URL whose reading is kept is to be fetched and read again.",
            }));
        json.Description = "One of the fields base64 and url; save and reread if wanted.";
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["multipart/form-data"] = new() { Schema = form },
                ["application/json"] = new()
                {
                    Schema = json,
                    Example = new JsonObject { ["url"] = "https://example.com/jacket.jpg" },
                },
                ["image/*"] = new() { Schema = file },
            },
        };

        var one = await context.GetOrCreateSchemaAsync(typeof(PhotoReading), null, cancellation);
        var saved = await context.GetOrCreateSchemaAsync(typeof(PhotoAnswer), null, cancellation);
        var outcome = await context.GetOrCreateSchemaAsync(typeof(PhotoOutcome), null, cancellation);
        var document = context.Document!;
        document.AddComponent(nameof(PhotoReading), one);
        document.AddComponent(nameof(PhotoAnswer), saved);
        document.AddComponent(nameof(PhotoOutcome), outcome);
        if (operation.Responses?["200"].Content is { } content)
        {
            content["application/json"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema
                {
                    Description = "The reading of one photo, with where it is kept if it is, or what became of each of several.",
                    // A saved reading has all that a reading has.
                    AnyOf =
                    [
                        new OpenApiSchemaReference(nameof(PhotoReading), document),
                        new OpenApiSchemaReference(nameof(PhotoAnswer), document),
                        new OpenApiSchema
                        {
                            Type = JsonSchemaType.Array,
                            Items = new OpenApiSchemaReference(nameof(PhotoOutcome), document),
                        },
                    ],
                },
                Example = JsonNode.Parse(Example),
            };
        }
    }

    /// <summary>Describes the body of a route that reads one photo.</summary>
    public static Task DescribeOnePhoto(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var file = BodySchema.Text("The picture's file.", "binary");
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["multipart/form-data"] = new() { Schema = BodySchema.Object((PhotoIntake.Field, file)) },
                ["application/json"] = new()
                {
                    Schema = BodySchema.Object(
                        ("base64", BodySchema.Text("The picture's file as base64 text, or a data: URL.")),
                        ("url", BodySchema.Text("Where to fetch the picture; http or https, public addresses only.", "uri"))),
                    Example = new JsonObject { ["url"] = "https://example.com/look.jpg" },
                },
                ["image/*"] = new() { Schema = file },
            },
        };
        return Task.CompletedTask;
    }

    const string Example = """
        {
          "photo": "jacket.jpg", "width": 3024, "height": 4032,
          "garments": [ {
            "type": "jacket", "confidence": 0.94, "person": 0, "box": [412, 530, 1980, 2604],
            "colour": "navy", "colourConfidence": 0.83,
            "colours": [ { "name": "navy", "hex": "#1f2a4d", "share": 0.81, "shade": "midnight blue" } ],
            "pattern": "solid", "patternConfidence": 0.97,
            "attributes": { "masterCategory": "Apparel", "subCategory": "Topwear", "articleType": "Jackets" },
            "alternatives": [ { "type": "coat", "confidence": 0.03 } ]
          } ],
          "style": {
            "stated": "casual",
            "top": [ { "style": "casual", "confidence": 0.61 } ],
            "formality": 2.1, "warmth": 2.4
          },
          "timings": { "decode": 21.0, "turn": 1.1, "parse": 19.5, "read": 6.2, "colours": 4.1, "style": 17.8 },
          "models": {
            "parser": "parser-2026-11@0c5a97d2e1f4", "reader": "reader-2026-11@b3a9bb57ed96",
            "style": "style-2026-11@7c4dddf06026"
          }
        }
        """;
}
