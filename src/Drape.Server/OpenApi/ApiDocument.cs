using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Drape.Imaging;
using Drape.Server.Hosting;
using Drape.Server.Problems;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;

namespace Drape.Server.OpenApi;

/// <summary>The description of the API at /openapi/v1.json, drawn from the routes themselves.</summary>
static class ApiDocument
{
    public static void AddOpenApiDocument(this IServiceCollection services) => services.AddOpenApi(document =>
    {
        document.AddDocumentTransformer((description, _, _) =>
        {
            description.Info = new OpenApiInfo
            {
                Title = "Drape",
                Version = "v1",
                Description = "Reads photos of clothes. Every error is a problem document (RFC 9457): its `type` is "
                    + "for programs and stays the same, its `detail` is for people.",
                License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            };
            description.Servers = [new OpenApiServer { Url = "/" }]; // wherever the document was found
            description.AddKeys();
            return Task.CompletedTask;
        });
        document.AddSchemaTransformer((schema, context, _) =>
        {
            Describe(schema, context.JsonTypeInfo.Type);
            SayAsItIsWritten(schema, context.JsonTypeInfo);
            return Task.CompletedTask;
        });
        document.AddOperationTransformer((operation, context, _) =>
        {
            LimitRequests(operation, context.Description);
            Explain(operation);
            return Task.CompletedTask;
        });
        document.AddOperationTransformer((operation, context, _) =>
        {
            operation.SayWhoMayAsk(context);
            return Task.CompletedTask;
        });
    });

    /// <summary>Numbers are written as numbers, though they may be sent as texts, and what is null is left out.</summary>
    static void SayAsItIsWritten(OpenApiSchema schema, JsonTypeInfo type)
    {
        if (schema.Type is { } kinds && kinds.HasFlag(JsonSchemaType.String) && (kinds & (JsonSchemaType.Integer | JsonSchemaType.Number)) != 0)
        {
            schema.Type = kinds & ~JsonSchemaType.String;
            schema.Pattern = null;
        }

        foreach (var property in type.Properties.Where(property => property.IsGetNullable))
        {
            schema.Required?.Remove(property.Name);
        }
    }

    static void Describe(OpenApiSchema schema, Type type)
    {
        if (type == typeof(PixelBox))
        {
            schema.Properties = null;
            schema.Required = null;
            schema.Type = JsonSchemaType.Array;
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" };
            schema.MinItems = schema.MaxItems = 4;
            schema.Examples = [new JsonArray(412, 530, 1980, 2604)];
        }
        else if (type == typeof(Problem))
        {
            schema.Examples = [new JsonObject
            {
                ["type"] = "urn:drape:photo:truncated",
                ["title"] = "The picture is cut off",
                ["status"] = 422,
                ["detail"] = "The picture is cut off: the file ends before the photo does. Send it again.",
                ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
            }];
        }
    }

    /// <summary>Every route that counts requests may refuse one.</summary>
    static void LimitRequests(OpenApiOperation operation, ApiDescription route)
    {
        if (RequestLimits.Concern($"/{route.RelativePath}")
            && !route.ActionDescriptor.EndpointMetadata.OfType<DisableRateLimitingAttribute>().Any()
            && operation.Responses?.GetValueOrDefault("500") is { } failed)
        {
            operation.Responses.TryAdd("429", new OpenApiResponse { Content = failed.Content?.ToDictionary() });
        }
    }

    /// <summary>Says what each problem status means here, where only its number is known.</summary>
    static void Explain(OpenApiOperation operation)
    {
        foreach (var (status, response) in operation.Responses ?? [])
        {
            response.Description = status switch
            {
                "200" => "The answer.",
                "202" => "It was kept as a job, whose address is the header `Location`.",
                "400" => "The request is damaged, has no photo or a parameter that cannot be used.",
                "401" => "Nobody is signed in, and no key was sent.",
                "403" => "Who is signed in may not do this; `type` says why.",
                "404" => "It is not there.",
                "408" => "The request arrived too slowly.",
                "409" => "Its state does not allow it; `type` says why.",
                "410" => "It is no longer kept.",
                "413" => "The photo or the request is too large.",
                "415" => "The content type or the picture's format is not read.",
                "422" => "The photo or the URL cannot be used; `type` says why.",
                "429" => "Too many requests, or too many photos at once; `type` says which, `Retry-After` when to come again.",
                "500" => "Drape failed; its log says why, under the `traceId`.",
                "502" => "The server behind the URL did not give the photo.",
                "503" => "The server is starting, or cannot reach what is kept; `type` says which.",
                "504" => "The server behind the URL took too long.",
                _ => response.Description,
            };
            if (status == "429" && response is OpenApiResponse busy)
            {
                busy.Headers ??= new Dictionary<string, IOpenApiHeader>();
                busy.Headers["Retry-After"] = new OpenApiHeader
                {
                    Description = "Seconds to wait.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
                };
            }
        }
    }
}
