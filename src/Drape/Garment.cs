using System.Text.Json.Serialization;
using Drape.Colours;
using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;

namespace Drape;

/// <summary>One garment found in a photo.</summary>
public sealed record Garment
{
    const int NamedAlternatives = 3;
    const string ArticleType = "articleType", SubCategory = "subCategory";

    /// <summary>What it is, such as <c>t-shirt</c>, or <c>unclear</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Calibrated probability of the best type, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Who wears it, from 0 for the main figure of the photo; null where nobody does.</summary>
    public int? Person { get; init; }

    /// <summary>Where it is, in pixels of the upright photo; in JSON [x, y, width, height].</summary>
    [JsonConverter(typeof(PixelBoxConverter))]
    public required PixelBox Box { get; init; }

    /// <summary>Its main colour, one of the basic names.</summary>
    public required string Colour { get; init; }

    /// <summary>Probability of that name, calibrated on photos of one garment, 0 to 1.</summary>
    public required double ColourConfidence { get; init; }

    /// <summary>Its measured colours, the largest share first.</summary>
    public required IReadOnlyList<NamedColour> Colours { get; init; }

    /// <summary>Its pattern, such as <c>striped</c>, or <c>unclear</c>.</summary>
    public required string Pattern { get; init; }

    /// <summary>Calibrated probability of the best pattern, 0 to 1.</summary>
    public required double PatternConfidence { get; init; }

    /// <summary>What else the networks say of it, by question; <c>unclear</c> where they are not sure.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>The next most probable types.</summary>
    public required IReadOnlyList<TypeAlternative> Alternatives { get; init; }

    /// <summary>
    /// What a shop's catalog calls a thing whose type is unclear, such as <c>Wallets</c>: there is no type for all that shops sell. Null where the
    /// type is stated or the catalog's word is unclear, too.
    /// </summary>
    [JsonIgnore]
    public string? CatalogName => WordFor(ArticleType);

    /// <summary>
    /// The kind of a thing whose type is unclear, in a catalog's coarser word, such as <c>Shoes</c> where they may be boots or sneakers. Null where
    /// the type is stated, where that is unclear, too, and where it is the name of a type that the thing may be: a dress that may be none.
    /// </summary>
    [JsonIgnore]
    public string? KindName => WordFor(SubCategory) is { } kind
        && !Alternatives.Any(a => a.Type.Equals(kind, StringComparison.OrdinalIgnoreCase)) ? kind : null;

    /// <summary>What a catalog calls a thing whose type is unclear, as closely as that is sure: its own word for it, or else its kind's.</summary>
    [JsonIgnore]
    public string? CatalogWord => CatalogName ?? KindName;

    string? WordFor(string question) =>
        Type == Verdict.Unclear && Attributes.GetValueOrDefault(question, Verdict.Unclear) is not Verdict.Unclear and var word ? word : null;

    /// <summary>Puts findings into words.</summary>
    /// <param name="findings">What was found of one garment.</param>
    /// <param name="width">The photo's width in pixels.</param>
    /// <param name="height">The photo's height in pixels.</param>
    internal static Garment Of(GarmentFindings findings, int width, int height)
    {
        var (type, pattern) = (findings.Verdicts.Type, findings.Verdicts.Pattern);
        return new Garment
        {
            Type = type.Stated,
            Confidence = Math.Round(type.Best.Confidence, 4),
            Person = findings.Place.Person,
            Box = findings.Place.Box(width, height),
            Colour = findings.Colours.Main,
            ColourConfidence = Math.Round(findings.Colours.Confidence, 4),
            Colours = findings.Colours.Colours,
            Pattern = pattern.Stated,
            PatternConfidence = Math.Round(pattern.Best.Confidence, 4),
            Attributes = findings.Verdicts.Reported
                .Where(h => h.Key is not (GarmentVerdicts.TypeHead or GarmentVerdicts.PatternHead))
                .Select(h => (Question: h.Key, Word: h.Value.Stated))
                .Concat(findings.Verdicts.Untold.Select(question => (Question: question, Word: Verdict.Unclear)))
                .ToDictionary(told => told.Question, told => told.Word),
            // Where the type is unclear its best class is the first alternative.
            Alternatives = [.. type.Ranked.Skip(type.Sure ? 1 : 0).Where(a => a.Class != Verdict.Unclear)
                .Take(NamedAlternatives).Select(a => new TypeAlternative(a.Class, Math.Round(a.Confidence, 4)))],
        };
    }
}

/// <summary>Another type that a garment may be.</summary>
/// <param name="Type">The type.</param>
/// <param name="Confidence">Calibrated probability, 0 to 1.</param>
public sealed record TypeAlternative(string Type, double Confidence);
