using System.Text.Json.Nodes;
using Drape.Server.OpenApi;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Drape.Server.Predict;

/// <summary>Examples of the older clients' shapes for the OpenAPI document.</summary>
static class PredictDocument
{
    public static Task DescribeCamera(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (operation.RequestBody?.Content?.TryGetValue("application/json", out var body) == true)
        {
            body.Example = new JsonObject { ["base64_image"] = "/9j/4AAQSkZJRgABAQAAAQABAAD..." };
        }

        if (operation.Responses?["200"].Content?.TryGetValue("application/json", out var answer) == true)
        {
            answer.Example = new JsonObject { ["label"] = "t-shirt", ["color"] = "navy" };
        }

        return Task.CompletedTask;
    }

    public static Task DescribeSimilar(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.RequestBody = BodySchema.Body("multipart/form-data", BodySchema.Object(
            ("filepath", BodySchema.Text("The picture's file.", "binary")),
            ("setting", BodySchema.Text("JSON: {\"output_limit\": 12, \"on_cnn\": true}."))));
        if (operation.Responses?["200"].Content?.TryGetValue("application/json", out var answer) == true)
        {
            answer.Example = new JsonArray(new JsonObject
            {
                ["path"] = "/api/v1/pictures/0c5a97d2e1f40c5a97d2e1f40c5a97d2e1f40c5a97d2e1f40c5a97d2e1f40c5a",
                ["class"] = "shirt",
            });
        }

        return Task.CompletedTask;
    }
}
