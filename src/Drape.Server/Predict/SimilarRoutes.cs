using Drape.Server.Catalogs.Search;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Drape.Server.Predict;

/// <summary>The route that finds pictures that look alike, in the shape older clients know.</summary>
static class SimilarRoutes
{
    const string Picture = "filepath", Setting = "setting";

    public static void MapSimilar(this IEndpointRouteBuilder routes) => routes.MapPost("/process_image", ProcessAsync)
        .WithTags("Older clients")
        .WithName("ProcessImage")
        .WithSummary("Finds pictures of products that look like a picture")
        .WithDescription("""
            For clients made for an older server: the picture as `filepath`, and as `setting` the JSON text
            {"output_limit": 12, "on_cnn": true}, where `on_cnn` asks for the class that was found only. New clients find more in
            /api/v1/search.
            """)
        .Produces<IReadOnlyList<SimilarPicture>>()
        .ProducesProblems(400, 408, 413, 415, 422, 429, 500, 503)
        .AddOpenApiOperationTransformer(PredictDocument.DescribeSimilar);

    static async Task<JsonHttpResult<IReadOnlyList<SimilarPicture>>> ProcessAsync(
        HttpRequest request, PhotoIntake intake, SearchDesk desk, CancellationToken cancellation)
    {
        using var form = await intake.ReadFormAsync(request, Picture, cancellation);
        var setting = SimilarSetting.Parse(form.Texts.GetValueOrDefault(Setting));
        if (form.File is not { } photo)
        {
            throw new ProblemException(RequestProblems.MissingPhoto(
                $"The form has no part named \"{Picture}\". Send the picture's file under that name."));
        }

        var answer = await desk.AnswerAsync(
            new SearchRequest { Limit = setting.OutputLimit, SameKindIfClear = setting.OnCnn }, photo, null, cancellation);
        return TypedResults.Json<IReadOnlyList<SimilarPicture>>(
            [.. answer.Results.Select(r => new SimilarPicture(r.Picture ?? "", r.Type))], ServerJson.Options);
    }
}
