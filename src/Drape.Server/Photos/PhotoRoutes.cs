using Drape.Imaging;
using Drape.Server.Eva;
using Drape.Server.Hosting;
using Drape.Server.People;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.Photos;

namespace Drape.Server.Photos;

/// <summary>The routes of photos.</summary>
static partial class PhotoRoutes
{
    /// <summary>Where photos are found.</summary>
    public const string Path = "/api/v1/photos";

    public static void MapPhotos(this IEndpointRouteBuilder routes)
    {
        var photos = routes.MapGroup(Path).WithTags("Photos");
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
                With `save` (in JSON, or as a field of the form) the readings are kept and the answer says where. A URL is
                kept once: asked for again, it is answered with what is kept, unless `reread` is true; then it keeps its number
                and gets the new reading. So does a photo that is sent twice. Where `Api:Writers` is `keys`, `save` asks for a key.
                """)
            .Produces<PhotoReading>()
            .AsksWhoWrites(always: false)
            .ProducesProblems(400, 408, 413, 415, 422, 429, 500, 502, 503, 504)
            .AddOpenApiOperationTransformer(PhotoDocument.DescribeAnalyze);
        photos.MapEva();
        photos.MapSavedPhotos();
    }

    static async Task<IResult> AnalyzeAsync(HttpRequest request, PhotoIntake intake, PhotoDesk desk, DrapeStore store,
        Writers writers, ILogger<PhotoDesk> logger, CancellationToken cancellation)
    {
        desk.RequireRoom();
        string trace = RequestTrace.Of(request.HttpContext);
        var wishes = new PhotoWishes { FindKept = store.Photos.FindAsync };
        List<(PhotoOutcome Outcome, NewPhoto? Keepable)> photos = [];
        await foreach (var photo in intake.ReadAsync(request, wishes, cancellation))
        {
            using (photo)
            {
                if (wishes.Save == true)
                {
                    await writers.RequireAsync();
                }

                if (photo.Kept is { } kept)
                {
                    return JsonAnswer.Of(PhotoAnswer.Of(kept));
                }

                var outcome = await ReadAsync(desk, photo, logger, trace, cancellation);
                photos.Add((outcome with { Problem = outcome.Problem is { } p ? p with { TraceId = trace } : null },
                    wishes.Save != false && outcome.Reading is { } reading ? Keepable(photo, reading) : null));
            }
        }

        if (wishes.Save == true)
        {
            await writers.RequireAsync(); // a form may say it after its photos
        }

        List<(PhotoOutcome Outcome, SavedPhoto? Saved)> answers = [];
        foreach (var (outcome, keepable) in photos)
        {
            var saved = wishes.Save == true && keepable is not null
                ? await store.Photos.SaveAsync(keepable, cancellation) : null;
            answers.Add((outcome, saved));
        }

        return answers switch
        {
            [{ Outcome.Problem: { } problem }] => new ProblemResult(problem),
            [{ Saved: { } saved }] => JsonAnswer.Of(PhotoAnswer.Of(saved)),
            [{ Outcome.Reading: { } reading }] => JsonAnswer.Of(reading),
            _ => TypedResults.Json(answers.ConvertAll(answer => answer.Saved is { Id: var id }
                ? answer.Outcome with { Id = id, Saved = PhotoAnswer.AddressOf(id) } : answer.Outcome), ServerJson.Options),
        };
    }

    static NewPhoto Keepable(IncomingPhoto photo, PhotoReading reading) => new()
    {
        Source = PhotoSource.TryParse(photo.Source, out string? source) ? source : null,
        Content = BlobKey.Of(photo.File),
        Reading = reading,
    };

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
