using System.Text.Json.Nodes;
using Drape.Server.OpenApi;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Drape.Server.Catalogs.Import;

/// <summary>What the OpenAPI document says of the ways in for products.</summary>
static class ImportDocument
{
    /// <summary>The array of products of a request.</summary>
    public static OpenApiSchema Products() => new()
    {
        Type = JsonSchemaType.Array,
        Items = BodySchema.Object(
            ("id", BodySchema.Text("The product's id in the shop, 1 to 200 characters.")),
            ("picture", BodySchema.Text("Its picture: an http(s) URL, a data: URL, or the file as base64 text.")),
            ("name", BodySchema.Text("Its name in the shop's main language.")),
            ("names", new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                AdditionalProperties = BodySchema.Text("A name."),
                Description = "Its names in further languages, by language code such as ko.",
            }),
            ("price", new OpenApiSchema
            {
                Type = JsonSchemaType.Number | JsonSchemaType.String,
                Description = "What it costs: a number, or a text as shops write it.",
            }),
            ("currency", BodySchema.Text("The price's currency, three letters.")),
            ("link", BodySchema.Text("Its page in the shop; http or https.", "uri")),
            ("category", BodySchema.Text("The shop's own category.")),
            ("gender", BodySchema.Text("Whom the shop sells it to."))),
    };

    public static Task DescribeProducts(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.RequestBody = BodySchema.Body("application/json", Products(), new JsonArray(new JsonObject
        {
            ["id"] = "15970", ["picture"] = "https://example.com/15970.jpg", ["name"] = "Navy shirt",
            ["names"] = new JsonObject { ["ko"] = "네이비 셔츠" }, ["price"] = 39.9, ["currency"] = "EUR",
            ["link"] = "https://example.com/15970",
        }));
        return Task.CompletedTask;
    }

    public static Task DescribeTable(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.RequestBody = BodySchema.Body("multipart/form-data", BodySchema.Object(
            ("table", BodySchema.Text("The CSV file; its first line names the columns.", "binary")),
            ("mapping", BodySchema.Text("Which column means what, in YAML: columns, delimiter, encoding, currency.")),
            ("encoding", BodySchema.Text("How the table is written, such as cp949; UTF-8 if left out.")),
            ("retireVanished", BodySchema.Text("true where products that the table no longer has are retired."))));
        return Task.CompletedTask;
    }
}
