using System.Text.Json.Nodes;
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
}
