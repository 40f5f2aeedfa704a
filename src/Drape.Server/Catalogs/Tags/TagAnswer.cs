using Drape.Colours;
using Drape.Inference;
using Drape.Store.Products;

namespace Drape.Server.Catalogs.Tags;

/// <summary>What Drape saw in a product's picture, for the shop's own database: a line of JSON.</summary>
public sealed record TagAnswer
{
    /// <summary>Its catalog.</summary>
    public required string Catalog { get; init; }

    /// <summary>The product's id in the shop.</summary>
    public required string Product { get; init; }

    /// <summary>Its type, or <c>unclear</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Calibrated probability of the best type, 0 to 1.</summary>
    public double? Confidence { get; init; }

    /// <summary>Its pattern, or <c>unclear</c>.</summary>
    public required string Pattern { get; init; }

    /// <summary>Calibrated probability of the best pattern, 0 to 1.</summary>
    public double? PatternConfidence { get; init; }

    /// <summary>Its main colour.</summary>
    public required string Colour { get; init; }

    /// <summary>Probability of that name, calibrated on photos of one garment, 0 to 1.</summary>
    public double? ColourConfidence { get; init; }

    /// <summary>The measured colours, the largest share first.</summary>
    public required IReadOnlyList<NamedColour> Colours { get; init; }

    /// <summary>What else the networks say, by question.</summary>
    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    /// <summary>The next most probable types.</summary>
    public IReadOnlyList<TypeAlternative>? Alternatives { get; init; }

    /// <summary>When something of the product last changed, in UTC.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>A product's tags.</summary>
    public static TagAnswer Of(Product product)
    {
        ArgumentNullException.ThrowIfNull(product);
        return new TagAnswer
        {
            Catalog = product.Catalog,
            Product = product.Key,
            Type = product.Type ?? Verdict.Unclear,
            Confidence = product.Reading?.Confidence,
            Pattern = product.Pattern ?? Verdict.Unclear,
            PatternConfidence = product.Reading?.PatternConfidence,
            Colour = product.Colour ?? Verdict.Unclear,
            ColourConfidence = product.Reading?.ColourConfidence,
            Colours = product.Colours,
            Attributes = product.Attributes,
            Alternatives = product.Reading?.Alternatives,
            ChangedAt = product.ChangedAt,
        };
    }
}
