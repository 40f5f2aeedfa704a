using System.Text.Json.Serialization;
using Drape.Colours;
using Drape.Imaging;
using Drape.Inference;

namespace Drape;

/// <summary>One garment found in a photo.</summary>
public sealed record Garment
{
    /// <summary>What it is, such as <c>t-shirt</c>, or <see cref="Verdict.Unclear"/>.</summary>
    public required string Type { get; init; }

    /// <summary>Calibrated probability of the best type, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Where it is, in pixels of the upright photo; in JSON [x, y, width, height].</summary>
    [JsonConverter(typeof(PixelBoxConverter))]
    public required PixelBox Box { get; init; }

    /// <summary>Its main colour, one of the basic names.</summary>
    public required string Colour { get; init; }

    /// <summary>How probable the fitted table holds that name, 0 to 1; not calibrated.</summary>
    public required double ColourConfidence { get; init; }

    /// <summary>Its measured colours, the largest share first.</summary>
    public required IReadOnlyList<NamedColour> Colours { get; init; }

    /// <summary>Its pattern, such as <c>striped</c>, or <see cref="Verdict.Unclear"/>.</summary>
    public required string Pattern { get; init; }

    /// <summary>Calibrated probability of the best pattern, 0 to 1.</summary>
    public required double PatternConfidence { get; init; }

    /// <summary>What else the networks say of it, by question.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>The next most probable types.</summary>
    public required IReadOnlyList<TypeAlternative> Alternatives { get; init; }
}

/// <summary>Another type that a garment may be.</summary>
/// <param name="Type">The type.</param>
/// <param name="Confidence">Calibrated probability, 0 to 1.</param>
public sealed record TypeAlternative(string Type, double Confidence);
