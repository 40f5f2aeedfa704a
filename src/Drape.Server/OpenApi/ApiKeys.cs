using Drape.Server.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Drape.Server.OpenApi;

/// <summary>What the API's description says of who may ask: nobody need sign in, or people and their keys, or browsers only.</summary>
static class ApiKeys
{
    const string Bearer = "key";
    const string Cookie = "session";

    /// <summary>Describes how one signs in.</summary>
    public static void AddKeys(this OpenApiDocument document)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "drape_...",
            Description = "A key that a person made for a program, in the settings of their account.",
        };
        document.Components.SecuritySchemes[Cookie] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = "drape",
            Description = "The session of somebody who signed in at a browser (`__Host-drape` over https). What changes "
                + "something carries the page's token as the header `X-Drape-Token`, too.",
        };
    }

    /// <summary>Says of an operation who may ask for it, as its route was told.</summary>
    public static void SayWhoMayAsk(this OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var writers = context.ApplicationServices.GetRequiredService<IOptions<ApiOptions>>().Value.Writers == ApiOptions.Keys
            ? metadata.OfType<WritersOnly>().FirstOrDefault() : null;
        if (writers is null && !metadata.OfType<IAuthorizeData>().Any())
        {
            return;
        }

        operation.Security = [];
        if (!metadata.OfType<AtBrowserOnly>().Any())
        {
            operation.Security.Add(Requirement(Bearer, context));
        }

        operation.Security.Add(Requirement(Cookie, context));
        if (writers is { Always: false })
        {
            operation.Security.Add([]); // what does not write needs neither
        }
    }

    static OpenApiSecurityRequirement Requirement(string scheme, OpenApiOperationTransformerContext context) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] };
}
