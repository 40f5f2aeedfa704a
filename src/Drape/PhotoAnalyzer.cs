using System.Diagnostics;
using Drape.Colours;
using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;
using Drape.Styles;

namespace Drape;

/// <summary>
/// The main path: bytes to photo, photo to people and garments, each garment to type, pattern and colours, the outfit
/// to its style. Thread-safe; a call keeps its thread busy for tens of milliseconds, so callers bound how many run
/// at once.
/// </summary>
public sealed class PhotoAnalyzer
{
    /// <summary>
    /// Photos are decoded to at most this many pixels a side: half as much again as the reader looks at, so that one
    /// filter does the last step down, and below an eighth of a 12-megapixel photo, where JPEG decodes quickest.
    /// </summary>
    public const int WorkingSide = 448;

    /// <summary>Wider photos, by their height, are read at more pixels, up to so many times <see cref="WorkingSide"/>.</summary>
    const double Wide = 1.5, Widest = 3;

    const string ColourHead = "colour";

    /// <summary>A picture that is narrower shows no garment.</summary>
    const int LeastSide = 8;

    /// <summary>How far a channel strays in a picture of one colour, compressed.</summary>
    const int Noise = 8;

    readonly GarmentParser _parser;
    readonly GarmentLooks _looks;
    readonly GarmentReader _reader;
    readonly TurnReader? _turns;
    readonly StyleReader _style;
    readonly SceneReader _garments;

    /// <summary>An analyzer on the networks of a catalog.</summary>
    /// <exception cref="ModelException">A network is missing or unusable.</exception>
    public PhotoAnalyzer(ModelCatalog catalog, ThreadPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        _parser = new GarmentParser(catalog.Get(GarmentParser.ModelName, policy));
        _looks = new GarmentLooks(_parser);
        _reader = new GarmentReader(catalog.Get(GarmentReader.ModelName, policy));
        _turns = TurnReader.Of(catalog.Get(GarmentReader.ModelName, policy));
        _style = new StyleReader(catalog.Get(StyleReader.ModelName, policy));
        _garments = new SceneReader(_reader);
    }

    /// <summary>What models.json says of the network that reads garments.</summary>
    public ModelManifest Reader => _reader.Manifest;

    /// <summary>The identity of the network that makes garments' embeddings: only those of one network compare.</summary>
    public string EmbeddingNetwork => _reader.Identity;

    /// <summary>Reads a photo.</summary>
    /// <param name="data">The file's bytes: JPEG, PNG, WebP, GIF or AVIF.</param>
    /// <param name="name">What the reading calls the photo.</param>
    /// <param name="limits">What to refuse; <see cref="PhotoLimits.Default"/> if null.</param>
    /// <exception cref="PhotoException">The photo cannot be read; its message says why.</exception>
    public PhotoReading Analyze(ReadOnlySpan<byte> data, string name, PhotoLimits? limits = null) =>
        Inspect(data, name, limits).Reading;

    /// <summary>Reads a photo and keeps what was found beside what is said of it, for pictures of the findings.</summary>
    /// <param name="data">The file's bytes.</param>
    /// <param name="name">What the reading calls the photo.</param>
    /// <param name="limits">What to refuse; <see cref="PhotoLimits.Default"/> if null.</param>
    /// <param name="style">Whether the outfit's style is read, too.</param>
    /// <param name="product">Whether it is known to show a thing for sale, be it one that the parser cannot see.</param>
    /// <exception cref="PhotoException">The photo cannot be read; its message says why.</exception>
    public (PhotoReading Reading, PhotoFindings Findings) Inspect(ReadOnlySpan<byte> data, string name,
        PhotoLimits? limits = null, bool style = true, bool product = false)
    {
        long start = Stopwatch.GetTimestamp();
        var header = PhotoDecoder.Identify(data, limits);
        var photo = PhotoDecoder.Decode(data, SideFor(header.Width, header.Height), limits);
        var (pixels, within) = (photo.Pixels, Bars.Within(photo.Pixels));
        if (within != pixels.Whole)
        {
            // The photo between the bars is to be read at as many pixels as one without, but bars that leave little of it cost no more than a panorama.
            int side = SideFor(within.Width, within.Height) * Math.Max(pixels.Width, pixels.Height) / Math.Max(within.Width, within.Height);
            photo = PhotoDecoder.Decode(data, Math.Min(side, (int)(Widest * WorkingSide)), limits);
        }

        double decoded = Milliseconds(start);
        var findings = Read(photo.Pixels, style, product);
        int standing = SideFor(header.Height, header.Width);
        if (int.IsOddInteger(findings.Quarters) && standing > Math.Max(photo.Pixels.Width, photo.Pixels.Height))
        {
            // What lies on its side is a wide photo, which may show several people.
            findings = Read(PhotoDecoder.Decode(data, standing, limits).Pixels, style, product);
        }

        return (Describe(findings, photo.Header, name, decoded), findings);
    }

    /// <summary>
    /// Pixels of the long side at which a photo is read: <see cref="WorkingSide"/>, and more of one that is wider than half as wide again as
    /// high. Such a photo may show several people, and shows them smaller.
    /// </summary>
    /// <param name="width">The photo's width, in any unit.</param>
    /// <param name="height">Its height, in the same.</param>
    internal static int SideFor(int width, int height) =>
        (int)(WorkingSide * Math.Clamp(width / (Wide * height), 1, Widest));

    /// <summary>The embedding of a whole photo, whatever it shows: of unit length.</summary>
    /// <param name="data">The file's bytes.</param>
    /// <param name="limits">What to refuse; <see cref="PhotoLimits.Default"/> if null.</param>
    /// <exception cref="PhotoException">The photo cannot be read; its message says why.</exception>
    /// <exception cref="ModelException">The reader makes no embeddings.</exception>
    public float[] Embed(ReadOnlySpan<byte> data, PhotoLimits? limits = null)
    {
        var pixels = PhotoDecoder.Decode(data, WorkingSide, limits).Pixels;
        pixels = pixels.Part(Bars.Within(pixels));
        pixels = pixels.Turned(_turns?.Read(pixels) ?? 0);
        return _reader.Read(pixels, [pixels.Whole], scene: Ground.Of(pixels) is not null ? GarmentScene.Shop : GarmentScene.Lying)[0].Embedding
            ?? throw new ModelException($"The network {_reader.Identity} makes no embeddings.");
    }

    /// <summary>Reads pixels and keeps the raw findings, for evaluation and pictures of them.</summary>
    /// <param name="pixels">The photo, as upright as its file says it is.</param>
    /// <param name="style">Whether the outfit's style is read, too.</param>
    /// <param name="product">Whether it is known to show a thing for sale, be it one that the parser cannot see, and to stand upright.</param>
    public PhotoFindings Read(PixelImage pixels, bool style = true, bool product = false)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        var within = Bars.Within(pixels);
        if (within != pixels.Whole)
        {
            return Read(pixels.Part(within), style, product).Within(within, pixels.Width, pixels.Height);
        }

        long start = Stopwatch.GetTimestamp();
        int quarters = product ? 0 : _turns?.Read(pixels) ?? 0;
        var timings = new Dictionary<string, double> { ["turn"] = Milliseconds(start) };
        return quarters == 0 ? ReadUpright(pixels, style, product, timings)
            : ReadUpright(pixels.Turned(quarters), style, product, timings).TurnedBack(quarters);
    }

    PhotoFindings ReadUpright(PixelImage pixels, bool style, bool product, Dictionary<string, double> timings)
    {
        long start = Stopwatch.GetTimestamp();
        var ground = Ground.Of(pixels);
        // Rooms have light walls. What a shop shows on somebody is told from a person before one by its even ground.
        bool studio = ground is not null && (product || ground.IsEven);
        var (places, guessed) = Find(pixels, ground, studio, product);
        if (ground is { IsEven: true })
        {
            places = [.. places.Select(place => place.Before(ground, pixels))];
        }

        bool plain = places.Any(p => p.Person is not null) ? studio : ground is not null;
        timings["parse"] = Milliseconds(start);

        start = Stopwatch.GetTimestamp();
        var verdicts = _garments.Read(pixels, places, plain, product);
        if (guessed && !IsSure(verdicts[0].Type, Reader.Head(GarmentVerdicts.TypeHead).TargetPrecision))
        {
            (places, verdicts) = ([], []);
        }

        (places, verdicts) = Told(places, verdicts);
        timings["read"] = Milliseconds(start);

        start = Stopwatch.GetTimestamp();
        GarmentFindings[] garments = [.. places.Zip(verdicts,
            (place, verdict) => new GarmentFindings(place, verdict, Measure(pixels, place, places.Count == 1, plain, verdict)))];
        timings["colours"] = Milliseconds(start);

        StyleFindings? worn = null;
        if (style && places.Any(p => p.Person == 0))
        {
            start = Stopwatch.GetTimestamp();
            worn = _style.Read(pixels, Figure.OfMain(places, pixels));
            timings["style"] = Milliseconds(start);
        }

        return new PhotoFindings(garments, worn, timings);
    }

    /// <summary>Puts findings into words.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="header">The photo's size.</param>
    /// <param name="name">What the reading calls the photo.</param>
    /// <param name="decoded">How long decoding took, in milliseconds.</param>
    public PhotoReading Describe(PhotoFindings findings, PhotoHeader header, string name, double decoded = 0)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(header);
        var models = new Dictionary<string, string>
        {
            [GarmentParser.ModelName] = _parser.Identity,
            [GarmentReader.ModelName] = _reader.Identity,
        };
        if (findings.Style is not null)
        {
            models[StyleReader.ModelName] = _style.Identity;
        }

        return new PhotoReading
        {
            Photo = name,
            Width = header.Width,
            Height = header.Height,
            Turned = findings.Quarters == 0 ? null : 90 * findings.Quarters,
            Garments = [.. findings.Garments.Select(g => Garment.Of(g, header.Width, header.Height))],
            Style = findings.Style is { } style ? StyleReading.Of(style) : null,
            Timings = findings.Timings.Prepend(new("decode", decoded)).ToDictionary(),
            Models = models,
        };
    }

    /// <summary>
    /// The garments of a photo, and whether the one is but a guess: the parser sees neither people nor garments in about one of a hundred
    /// photos of a garment on cloth or carpet. Before a plain ground it sees whatever is there.
    /// </summary>
    (IReadOnlyList<FoundGarment> Places, bool Guessed) Find(PixelImage pixels, Ground? ground, bool studio, bool product)
    {
        if (!ShowsAnything(pixels))
        {
            return ([], false);
        }

        var (found, people) = _looks.Find(pixels, studio);
        if (found is not ([] or [{ Person: null }]) || (found.Count == 0 && !product && (people || ground is not null)))
        {
            return (ground is null ? found : [.. found.Where((place, i) => i == 0 || !place.IsMistaken(ground, pixels))], false);
        }

        // One thing on a floor, a bed, a hanger: its colours tell its edge better than the parser, whose best guess
        // they start from; or from the picture's middle, where the parser does not know what is there.
        var mask = ColourMeter.Foreground(pixels, found.Count > 0 ? found[0].Mask : null);
        var bounds = mask.Bounds() ?? pixels.Whole with { Width = mask.Width, Height = mask.Height };
        return ([new FoundGarment(null, null, mask, bounds, mask.Width, mask.Height)], found.Count == 0 && !product);
    }

    /// <summary>
    /// Without what is beside the main garment, can be of one type only and was never of that type in such a picture: hair, mostly, that
    /// the parser takes for a hat.
    /// </summary>
    internal static (IReadOnlyList<FoundGarment> Places, IReadOnlyList<GarmentVerdicts> Verdicts) Told(
        IReadOnlyList<FoundGarment> places, IReadOnlyList<GarmentVerdicts> verdicts)
    {
        int[] told = [.. Enumerable.Range(0, places.Count)
            .Where(i => i == 0 || places[i].Hint?.Types?.Count != 1 || verdicts[i].Type.Threshold < 1)];
        return told.Length == places.Count ? (places, verdicts) : ([.. told.Select(i => places[i])], [.. told.Select(i => verdicts[i])]);
    }

    /// <summary>
    /// Whether the reader alone is sure that there is a garment. Of 47 pieces of street photos without anything to wear none gets as far, of
    /// seven held-out garments that the parser does not see five do.
    /// </summary>
    internal static bool IsSure(Verdict type, double target) => type.Sure && type.Best.Confidence >= target;

    /// <summary>Whether there is anything to tell apart: a strip or one colour all over shows no garment.</summary>
    static bool ShowsAnything(PixelImage pixels)
    {
        if (Math.Min(pixels.Width, pixels.Height) < LeastSide)
        {
            return false;
        }

        var (red, green, blue) = (pixels.Pixels[0], pixels.Pixels[1], pixels.Pixels[2]);
        for (int i = 0; i < pixels.Pixels.Length; i += 3)
        {
            if (Math.Abs(pixels.Pixels[i] - red) > Noise || Math.Abs(pixels.Pixels[i + 1] - green) > Noise
                || Math.Abs(pixels.Pixels[i + 2] - blue) > Noise)
            {
                return true;
            }
        }

        return false;
    }

    static ColourReading Measure(PixelImage pixels, FoundGarment place, bool alone, bool plain, GarmentVerdicts verdicts)
    {
        var opinion = Opinion(verdicts);
        // The names were fitted on photos of one garment, whose floor tells what the light does to it. What was read whole is
        // measured whole: of what alone is worn in a shop's picture, the parser often sees another part.
        bool whole = alone && (place.Person is null || plain);
        return ColourMeter.Measure(pixels, whole ? pixels.Whole : place.Crop(pixels.Width, pixels.Height),
            whole && place.Person is not null ? ColourMeter.Foreground(pixels) : place.Mask, opinion);
    }

    /// <summary>What a reader that answers for colours, too, holds of them; null where it does not.</summary>
    static Dictionary<string, double>? Opinion(GarmentVerdicts verdicts) =>
        verdicts.ByHead.TryGetValue(ColourHead, out var verdict)
            ? verdict.Ranked.ToDictionary(c => c.Class, c => c.Confidence) : null;

    static double Milliseconds(long since) => Math.Round(Stopwatch.GetElapsedTime(since).TotalMilliseconds, 2);
}
