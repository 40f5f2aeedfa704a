namespace Drape.Styles;

/// <summary>The style of a photo's outfit, as a reading states it.</summary>
public sealed record StyleReading
{
    const int Named = 3;

    /// <summary>
    /// The first style, or "unclear" where the network is less sure of it than its manifest asks for. It stands here so
    /// that nobody who reads a reading needs the manifest's thresholds.
    /// </summary>
    public required string Stated { get; init; }

    /// <summary>The most probable styles, the first one first, whether they are stated or not.</summary>
    public required IReadOnlyList<StyleConfidence> Top { get; init; }

    /// <summary>1 (sport or lounge) to 5 (formal), as far as the manifest's levels go.</summary>
    public required double Formality { get; init; }

    /// <summary>1 (hot summer) to 5 (deep winter), as far as the manifest's levels go.</summary>
    public required double Warmth { get; init; }

    /// <summary>Puts findings into a reading: confidences to four places, levels to one.</summary>
    public static StyleReading Of(StyleFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return new StyleReading
        {
            Stated = findings.Style.Stated,
            Top = [.. findings.Style.Ranked.Take(Named)
                .Select(s => new StyleConfidence(s.Class, Math.Round(s.Confidence, 4)))],
            Formality = Math.Round(findings.Formality, 1),
            Warmth = Math.Round(findings.Warmth, 1),
        };
    }
}

/// <summary>A style that an outfit may have.</summary>
/// <param name="Style">The style.</param>
/// <param name="Confidence">Calibrated probability, 0 to 1.</param>
public sealed record StyleConfidence(string Style, double Confidence);
