using Drape.Imaging;
using Drape.Server.Eva;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Looks;
using Microsoft.Extensions.Options;
using Look = Drape.Store.Looks.Look;

namespace Drape.Server.Looks;

/// <summary>
/// Takes looks in: each photo is read here, so that style and score are what Eva says and not what somebody sends, and
/// encoded anew, so that nothing of the file stays (the place where it was taken above all).
/// </summary>
sealed class LookDesk(DrapeStore store, PhotoDesk desk, Inspection inspection, IOptions<LookOptions> options)
{
    const int PhotoSide = 1600, PhotoQuality = 86;
    const int PreviewSide = 720, PreviewQuality = 78;

    // What the file was called, and how long reading took, is nobody's business.
    const string Name = "look";

    /// <summary>Posts a look.</summary>
    /// <param name="person">Who posts it.</param>
    /// <param name="photo">The photo.</param>
    /// <param name="details">What its author says of it.</param>
    /// <param name="postedAt">When it was posted, in UTC, where that is over already; null for now.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="PhotoException">The photo cannot be read; the message says why.</exception>
    /// <exception cref="ProblemException">Nobody wears an outfit, or the person has posted enough.</exception>
    public async Task<Look> PostAsync(
        long person, IncomingPhoto photo, LookDetails details, DateTimeOffset? postedAt, CancellationToken cancellation)
    {
        var (reading, palette, score, picture, preview) = await desk.InTurnAsync(desk.IsLarge(photo.File),
            (analyzer, limits) => Read(analyzer, photo, limits), cancellation);
        var look = new NewLook
        {
            Picture = await store.Blobs.PutAsync(picture, MediaType.Of(PhotoFormat.Jpeg), cancellation),
            Preview = await store.Blobs.PutAsync(preview, MediaType.Of(PhotoFormat.Webp), cancellation),
            Reading = reading,
            Palette = palette,
            Score = score.Value,
            Harmony = score.Harmony,
            Details = details,
            PostedAt = postedAt,
        };
        if (await store.Looks.AddAsync(person, look, options.Value.Limits, cancellation) is { } posted)
        {
            return posted;
        }

        await store.Pictures.ForgetAsync([look.Picture, look.Preview], store.Blobs, CancellationToken.None);
        throw new ProblemException(LookProblems.TooMany(options.Value));
    }

    (PhotoReading Reading, IReadOnlyList<Colours.NamedColour> Palette, LookScore Score, byte[] Picture, byte[] Preview) Read(
        PhotoAnalyzer analyzer, IncomingPhoto photo, PhotoLimits limits)
    {
        var (reading, findings) = inspection(analyzer, photo.File, photo.Name, limits);
        var look = Eva.Look.Of(reading, findings);
        var score = LookScore.Of(reading.Style, look.Harmony) ?? throw new ProblemException(EvaProblems.NoOutfit);
        var pixels = PhotoDecoder.Decode(photo.File, PhotoSide, limits).Pixels;
        var clean = reading with
        {
            Photo = Name,
            Timings = new Dictionary<string, double>(),
            // Who stands beside the main figure has posted nothing.
            Garments = [.. reading.Garments.Where(garment => garment.Person is null or 0)],
        };
        return (clean, look.Palette, score, PhotoEncoder.Encode(pixels, PhotoFormat.Jpeg, PhotoQuality),
            PhotoEncoder.Encode(Small(pixels), PhotoFormat.Webp, PreviewQuality));
    }

    static PixelImage Small(PixelImage picture)
    {
        double scale = (double)PreviewSide / Math.Max(picture.Width, picture.Height);
        return scale >= 1 ? picture : Resampler.Resize(picture,
            Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale)));
    }
}
