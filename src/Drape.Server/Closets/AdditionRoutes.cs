using System.Globalization;
using System.Text.Json.Nodes;
using Drape.Imaging;
using Drape.Server.Jobs;
using Drape.Server.OpenApi;
using Drape.Server.People;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Blobs;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Drape.Server.Closets;

/// <summary>The route by which photos come into a closet.</summary>
static class AdditionRoutes
{
    public static void MapAddition(this RouteGroupBuilder closet) => closet.MapPost("", AddAsync)
        .WithName("AddToCloset")
        .WithSummary("Puts the garments of photos into a closet")
        .WithDescription("""
            Photos come as for reading them: as parts `photo` of a form, as the body itself, as base64 text in JSON, or as a URL
            in JSON. Every garment that the main figure wears, or that lies there, is cut out, read and kept; with `garment` (a
            number from 0, as in the photo's reading) that one alone, whoever wears it. What the closet may have already says so
            in `looksLike`. More than 4 photos in one form become a job, whose result counts `photos`, `added` and `doubtful` pieces
            and names each photo that gave nothing in `missed`. A single photo that gives nothing is answered with its
            problem.
            """)
        .Produces<ClosetAddition>()
        .Produces<JobAnswer>(202)
        .ProducesProblems(400, 401, 403, 408, 413, 415, 422, 429, 500, 502, 503, 504)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = Body();
            return Task.CompletedTask;
        });

    static async Task<IResult> AddAsync(HttpContext context, string? garment, Visitor visitor, DrapeStore store,
        PhotoIntake intake, PhotoDesk photos, ClosetDesk desk, IOptions<ClosetOptions> options, CancellationToken cancellation)
    {
        int? index = IndexOf(garment);
        long person = (await visitor.RequiredAsync()).Id;
        photos.RequireRoom();
        var brought = new List<(string Name, BlobKey? Key, Problem? Problem)>();
        await foreach (var photo in intake.ReadAsync(context.Request, new PhotoWishes(), cancellation))
        {
            using (photo)
            {
                brought.Add(await KeepAsync(desk, photo, cancellation));
            }
        }

        if (brought.Count > options.Value.AtOnce && index is null)
        {
            KeptPhoto[] kept = [.. brought.Where(photo => photo.Key is not null)
                .Select(photo => new KeptPhoto(photo.Name, photo.Key!.Value.ToString()))];
            MissedPhoto[] missed = [.. brought.Where(photo => photo.Problem is not null)
                .Select(photo => new MissedPhoto(photo.Name, photo.Problem!.Detail, photo.Problem.Type))];
            return await new JobOrder<ClosetOrder>(ClosetJob.Kind,
                string.Create(CultureInfo.InvariantCulture, $"A closet, {kept.Length} photos"),
                new ClosetOrder(person, kept) { Missed = missed }) { Person = person }.PlaceAsync(context, store, cancellation);
        }

        var answers = new List<ClosetPhotoAnswer>();
        foreach (var (name, key, problem) in brought)
        {
            answers.Add(key is { } photo ? await PutAsync(desk, person, photo, name, index, cancellation)
                : new ClosetPhotoAnswer(name, [], problem));
        }

        return answers is [{ Problem: { } only }] ? new ProblemResult(only)
            : TypedResults.Json(new ClosetAddition(answers), ServerJson.Options);
    }

    /// <summary>One bad photo does not cost the others their places.</summary>
    static async Task<(string Name, BlobKey? Key, Problem? Problem)> KeepAsync(
        ClosetDesk desk, IncomingPhoto photo, CancellationToken cancellation)
    {
        if (photo.Refusal is { } refused)
        {
            return (photo.Name, null, refused);
        }

        try
        {
            return (photo.Name, await desk.KeepAsync(photo, cancellation), null);
        }
        catch (PhotoException refusal)
        {
            return (photo.Name, null, EngineProblems.Of(refusal));
        }
    }

    static async Task<ClosetPhotoAnswer> PutAsync(
        ClosetDesk desk, long person, BlobKey photo, string name, int? garment, CancellationToken cancellation)
    {
        try
        {
            var items = await desk.AddAsync(person, photo, name, garment, cancellation);
            return new ClosetPhotoAnswer(name, [.. items.Select(ClosetAnswer.Of)], null);
        }
        catch (ProblemException refusal) when (refusal.Problem.Status != StatusCodes.Status429TooManyRequests)
        {
            return new ClosetPhotoAnswer(name, [], refusal.Problem);
        }
    }

    static int? IndexOf(string? text) => string.IsNullOrEmpty(text) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index
        : throw new ProblemException(RequestProblems.WrongParameter(
            $"'garment' is '{text}': it is the place of a garment in the photo's reading, from 0."));

    static OpenApiRequestBody Body()
    {
        var file = BodySchema.Text("The picture's file.", "binary");
        var form = BodySchema.Object((PhotoIntake.Field, new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = file,
            MinItems = 1,
            Description = "One picture, or several.",
        }));
        return new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["multipart/form-data"] = new() { Schema = form },
                ["application/json"] = new()
                {
                    Schema = BodySchema.Object(
                        ("base64", BodySchema.Text("The picture's file as base64 text, or a data: URL.")),
                        ("url", BodySchema.Text("Where to fetch the picture; http or https, public addresses only.", "uri"))),
                    Example = new JsonObject { ["url"] = "https://example.com/jacket.jpg" },
                },
                ["image/*"] = new() { Schema = file },
            },
        };
    }
}
