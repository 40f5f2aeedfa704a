using System.Globalization;
using Drape.Imaging;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Styles.Pencil;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Drape.Server.Eva;

/// <summary>The routes of what Eva makes of a photo. Nothing of it is kept.</summary>
static class EvaRoutes
{
    const int UsualSide = 320, LargestSide = 1024;
    const int Quality = 85;

    public static void MapEva(this RouteGroupBuilder photos)
    {
        Describe(photos.MapPost("/eva", ReadAsync), "AskEva", "Tells what Eva sees in a photo", """
            The reading, and what follows from it: what Eva says of it, by language, in the order in which she says it, with two
            answers to choose from where she asks; the outline of each garment; the palette; where the three most probable
            styles show; a score of how clearly the outfit speaks.
            """)
            .Produces<EvaAnswer>();
        Describe(photos.MapPost("/sketch", SketchAsync), "SketchPhoto", "Draws a photo in pencil", """
            A drawing of at least 800 pixels at its longer side, as JPEG, or as `format` (jpeg, png, webp) says.
            """)
            .Produces(200, contentType: "image/jpeg", additionalContentTypes: ["image/png", "image/webp"]);
        Describe(photos.MapPost("/heat", HeatAsync), "ShowStyle", "Shows where in a photo a style is seen", """
            The activation map of `style`, of the most probable one if it is left out, as a transparent picture to be laid over
            the whole photo: PNG, or as `format` (png, webp) says, with `side` (16 to 1024, 320 if left out) pixels at its longer
            side. Where nobody wears an outfit there is none.
            """)
            .Produces(200, contentType: "image/png", additionalContentTypes: ["image/webp"]);
    }

    static RouteHandlerBuilder Describe(RouteHandlerBuilder route, string name, string summary, string words) => route
        .WithName(name)
        .WithSummary(summary)
        .WithDescription(words + " One photo, sent as for `POST /api/v1/photos/analyze`. It is not kept.")
        .ProducesProblems(400, 408, 413, 415, 422, 429, 500, 502, 503, 504)
        .AddOpenApiOperationTransformer(PhotoDocument.DescribeOnePhoto);

    static async Task<JsonHttpResult<EvaAnswer>> ReadAsync(HttpRequest request, PhotoIntake intake, PhotoDesk desk,
        Inspection inspection, CancellationToken cancellation)
    {
        desk.RequireRoom();
        using var photo = await intake.ReadOneAsync(request, cancellation);
        var answer = await desk.InTurnAsync(desk.IsLarge(photo.File), (analyzer, limits) =>
        {
            var (reading, findings) = inspection(analyzer, photo.File, photo.Name, limits);
            return EvaAnswer.Of(reading, findings);
        }, cancellation);
        desk.Note(answer.Reading, photo.File.Length);
        return TypedResults.Json(answer, ServerJson.Options);
    }

    static async Task<FileContentHttpResult> SketchAsync(HttpRequest request, string? format, PhotoIntake intake,
        PhotoDesk desk, CancellationToken cancellation)
    {
        var wanted = Format(format, PhotoFormat.Jpeg, PhotoFormat.Png, PhotoFormat.Webp);
        desk.RequireRoom();
        using var photo = await intake.ReadOneAsync(request, cancellation);
        byte[] drawing = await desk.InTurnAsync(desk.IsLarge(photo.File), (_, limits) => PhotoEncoder.Encode(
            PencilSketch.Draw(PhotoDecoder.Decode(photo.File, PencilSketch.Side, limits).Pixels), wanted, Quality), cancellation);
        return TypedResults.Bytes(drawing, MediaType.Of(wanted));
    }

    static async Task<FileContentHttpResult> HeatAsync(HttpRequest request, string? style, string? format, string? side,
        PhotoIntake intake, PhotoDesk desk, Inspection inspection, CancellationToken cancellation)
    {
        var wanted = Format(format, PhotoFormat.Png, PhotoFormat.Webp);
        int pixels = Side(side);
        desk.RequireRoom();
        using var photo = await intake.ReadOneAsync(request, cancellation);
        byte[] picture = await desk.InTurnAsync(desk.IsLarge(photo.File), (analyzer, limits) =>
        {
            var (reading, findings) = inspection(analyzer, photo.File, photo.Name, limits);
            var outfit = findings.Style ?? throw new ProblemException(EvaProblems.NoOutfit);
            string shown = style ?? outfit.Style.Best.Class;
            return outfit.Style.Ranked.Any(s => s.Class == shown)
                ? PhotoEncoder.Encode(HeatPicture.Of(outfit.Map, shown, reading.Width, reading.Height, pixels), wanted)
                : throw new ProblemException(RequestProblems.WrongParameter(
                    $"There is no style '{shown}'. The styles are {string.Join(", ", outfit.Style.Ranked.Select(s => s.Class).Order())}."));
        }, cancellation);
        return TypedResults.Bytes(picture, MediaType.Of(wanted));
    }

    static PhotoFormat Format(string? text, params PhotoFormat[] offered) => string.IsNullOrEmpty(text) ? offered[0]
        : offered.Cast<PhotoFormat?>().FirstOrDefault(f => f.ToString()!.Equals(text, StringComparison.OrdinalIgnoreCase))
        ?? throw new ProblemException(RequestProblems.WrongParameter(
            $"'format' is '{text}': it is {string.Join(" or ", offered.Select(f => f.ToString().ToLowerInvariant()))}, or left out."));

    static int Side(string? text) => string.IsNullOrEmpty(text) ? UsualSide
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int side) && side is >= 16 and <= LargestSide ? side
        : throw new ProblemException(RequestProblems.WrongParameter(
            $"'side' is '{text}': it lies between 16 and {LargestSide}, or is left out."));
}
