using Drape.Server.Hosting;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Drape.Server.Predict;

/// <summary>Routes that keep the shape older clients know.</summary>
static class PredictRoutes
{
    static readonly PhotoFields Fields = new("base64_image", Url: null, Save: null);

    public static void MapPredict(this IEndpointRouteBuilder routes)
    {
        var predict = routes.MapGroup("/predict").WithTags("Older clients");
        predict.MapPost("/camera", CameraAsync)
            .WithName("PredictCamera")
            .WithSummary("Names the garment and the colour of a camera picture")
            .WithDescription("For clients made for an older server. New ones find more in /api/v1/photos/analyze.")
            .Accepts<CameraRequest>("application/json")
            .Produces<CameraAnswer>()
            .ProducesProblems(400, 408, 413, 415, 422, 429, 500, 503)
            .AddOpenApiOperationTransformer(PredictDocument.DescribeCamera);
    }

    static async Task<JsonHttpResult<CameraAnswer>> CameraAsync(
        HttpRequest request, PhotoIntake intake, PhotoDesk desk, CancellationToken cancellation)
    {
        desk.RequireRoom();
        using var photo = await intake.ReadJsonAsync(request, Fields, cancellation);
        return JsonAnswer.Of(CameraAnswer.Of(await desk.ReadAsync(photo, cancellation)));
    }
}
