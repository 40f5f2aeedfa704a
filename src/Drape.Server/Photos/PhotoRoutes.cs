using Drape.Imaging;
using Drape.Server.Hosting;
using Drape.Server.Problems;

namespace Drape.Server.Photos;

/// <summary>The routes of photos.</summary>
static partial class PhotoRoutes
{
    public static void MapPhotos(this IEndpointRouteBuilder routes)
    {
        var photos = routes.MapGroup("/api/v1/photos").WithTags("Photos");
        photos.MapPost("/analyze", AnalyzeAsync)
            .WithName("AnalyzePhoto")
            .WithSummary("Reads photos of clothes")
            .WithDescription("""
                Names every garment, its pattern and its colours, and says where it is, who of the people in the photo
                wears it (`person`, 0 for the main figure) and how sure the networks are. Where they are not sure the
                type is `unclear` and the alternatives say what it may be. Of an outfit that somebody wears it reads the
                `style`, too.
                A photo is a JPEG, PNG, WebP, GIF or AVIF of at most 50 MB and 100 megapixels, sent as a form's part
                named `photo`, as the body itself, as base64 text in JSON, or as a URL in JSON. One photo gives one
                reading; a form with several gives an array, in the form's order, of a reading or a problem each.
                """)
            .Produces<PhotoReading>()
            .ProducesProblems(400, 408, 413, 415, 422, 429, 500, 502, 503, 504)
            .AddOpenApiOperationTransformer(PhotoDocument.DescribeAnalyze);
    }

    static async Task<IResult> AnalyzeAsync(HttpRequest request, PhotoIntake intake, PhotoDesk desk,
        ILogger<PhotoDesk> logger, CancellationToken cancellation)
    {
        desk.RequireRoom();
        string trace = RequestTrace.Of(request.HttpContext);
        List<PhotoOutcome> outcomes = [];
        await foreach (var photo in intake.ReadAsync(request, cancellation))
        {
            using (photo)
            {
                var outcome = await ReadAsync(desk, photo, logger, trace, cancellation);
                outcomes.Add(outcome with { Problem = outcome.Problem is { } p ? p with { TraceId = trace } : null });
            }
        }

        return outcomes switch
        {
            [{ Problem: { } problem }] => new ProblemResult(problem),
            [{ Reading: { } reading }] => TypedResults.Json(reading, ServerJson.Options),
            _ => TypedResults.Json(outcomes, ServerJson.Options),
        };
    }

    /// <summary>One bad photo does not cost the others their readings, whatever the engine makes of it.</summary>
    static async Task<PhotoOutcome> ReadAsync(
        PhotoDesk desk, IncomingPhoto photo, ILogger logger, string trace, CancellationToken cancellation)
    {
        if (photo.Refusal is { } refused)
        {
            return new PhotoOutcome { Photo = photo.Name, Problem = refused };
        }

        try
        {
            return new PhotoOutcome { Photo = photo.Name, Reading = await desk.ReadAsync(photo, cancellation) };
        }
        catch (PhotoException refusal)
        {
            return new PhotoOutcome { Photo = photo.Name, Problem = EngineProblems.Of(refusal) };
        }
        catch (Exception e) when (e is not (ProblemException or OperationCanceledException))
        {
            Failed(logger, e, trace);
            return new PhotoOutcome { Photo = photo.Name, Problem = RequestProblems.Unexpected };
        }
    }

    [LoggerMessage(LogLevel.Error, "A photo could not be read, trace {Trace}")]
    static partial void Failed(ILogger logger, Exception exception, string trace);
}
