using System.Diagnostics;
using Drape.Colours;
using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;

namespace Drape;

/// <summary>
/// The main path: bytes to photo, photo to garment, garment to type, pattern and colours. Thread-safe; a call runs on
/// its own thread and takes some ten milliseconds, so callers bound how many run at once.
/// </summary>
public sealed class PhotoAnalyzer
{
    /// <summary>
    /// Photos are decoded to at most this many pixels a side: half as much again as the reader looks at, so that one
    /// filter does the last step down, and below an eighth of a 12-megapixel photo, where JPEG decodes quickest.
    /// </summary>
    public const int WorkingSide = 448;

    const int Alternatives = 3;
    const string ColourHead = "colour";

    readonly GarmentReader _reader;

    /// <summary>An analyzer on the networks of a catalog.</summary>
    /// <exception cref="ModelException">A network is missing or unusable.</exception>
    public PhotoAnalyzer(ModelCatalog catalog, ThreadPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        _reader = new GarmentReader(catalog.Get(GarmentReader.ModelName, policy));
    }

    /// <summary>Reads a photo.</summary>
    /// <param name="data">The file's bytes: JPEG, PNG, WebP, GIF or AVIF.</param>
    /// <param name="name">What the reading calls the photo.</param>
    /// <param name="limits">What to refuse; <see cref="PhotoLimits.Default"/> if null.</param>
    /// <exception cref="PhotoException">The photo cannot be read; its message says why.</exception>
    public PhotoReading Analyze(ReadOnlySpan<byte> data, string name, PhotoLimits? limits = null)
    {
        long start = Stopwatch.GetTimestamp();
        var photo = PhotoDecoder.Decode(data, WorkingSide, limits);
        double decoded = Milliseconds(start);

        var findings = Read(photo.Pixels);
        var box = findings.Foreground.Bounds() ?? new PixelBox(0, 0, photo.Pixels.Width, photo.Pixels.Height);
        var mask = findings.Foreground;
        return new PhotoReading
        {
            Photo = name,
            Width = photo.Width,
            Height = photo.Height,
            Garments = [Describe(findings, box.Scale(mask.Width, mask.Height, photo.Width, photo.Height))],
            Timings = new Dictionary<string, double>
            {
                ["decode"] = decoded,
                ["read"] = findings.ReadMilliseconds,
                ["colours"] = findings.ColourMilliseconds,
            },
            Models = new Dictionary<string, string> { [GarmentReader.ModelName] = _reader.Identity },
        };
    }

    /// <summary>Reads upright pixels and keeps the raw verdicts, for evaluation and pictures of the findings.</summary>
    public GarmentFindings Read(PixelImage pixels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        long start = Stopwatch.GetTimestamp();
        var verdicts = _reader.Read(pixels, [new PixelBox(0, 0, pixels.Width, pixels.Height)])[0];
        double read = Milliseconds(start);

        start = Stopwatch.GetTimestamp();
        var (colours, foreground) = ColourMeter.Inspect(pixels, Opinion(verdicts));
        return new GarmentFindings(verdicts, colours, foreground, read, Milliseconds(start));
    }

    /// <summary>What a reader that answers for colours, too, holds of them; null where it does not.</summary>
    static Dictionary<string, double>? Opinion(GarmentVerdicts verdicts) =>
        verdicts.ByHead.TryGetValue(ColourHead, out var verdict)
            ? verdict.Ranked.ToDictionary(c => c.Class, c => c.Confidence) : null;

    static Garment Describe(GarmentFindings findings, PixelBox box)
    {
        var (type, pattern) = (findings.Verdicts.Type, findings.Verdicts.Pattern);
        return new Garment
        {
            Type = type.Stated,
            Confidence = Math.Round(type.Best.Confidence, 4),
            Box = box,
            Colour = findings.Colours.Main,
            ColourConfidence = Math.Round(findings.Colours.Confidence, 4),
            Colours = findings.Colours.Colours,
            Pattern = pattern.Stated,
            PatternConfidence = Math.Round(pattern.Best.Confidence, 4),
            Attributes = findings.Verdicts.Reported
                .Where(h => h.Key is not (GarmentVerdicts.TypeHead or GarmentVerdicts.PatternHead))
                .ToDictionary(h => h.Key, h => h.Value.Stated),
            // Where the type is unclear its best class is the first alternative.
            Alternatives = [.. type.Ranked.Skip(type.Sure ? 1 : 0).Where(a => a.Class != Verdict.Unclear).Take(Alternatives)
                .Select(a => new TypeAlternative(a.Class, Math.Round(a.Confidence, 4)))],
        };
    }

    static double Milliseconds(long since) => Math.Round(Stopwatch.GetElapsedTime(since).TotalMilliseconds, 2);
}
