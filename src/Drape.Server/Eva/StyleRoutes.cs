using Drape.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Drape.Server.Eva;

/// <summary>The route of what there is to tell of styles.</summary>
static class StyleRoutes
{
    public static void MapStyles(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/styles", List)
        .WithTags("Photos")
        .WithName("ListStyles")
        .WithSummary("Tells of the styles")
        .WithDescription("""
            By style its name, what it is, where it comes from, the pieces that make it, how it is worn and which colours like it,
            in `language` (en, ko; en if left out).
            """)
        .Produces<IReadOnlyDictionary<string, StyleText>>()
        .ProducesProblems(400, 500);

    static JsonHttpResult<IReadOnlyDictionary<string, StyleText>> List(HttpResponse response, string? language)
    {
        string wanted = language ?? "en";
        if (!Voice.All.ContainsKey(wanted))
        {
            throw new ProblemException(RequestProblems.WrongParameter(
                $"'language' is '{wanted}': it is {string.Join(" or ", Voice.All.Keys)}, or left out."));
        }

        response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Json(StyleTexts.In(wanted).All, ServerJson.Options);
    }
}
