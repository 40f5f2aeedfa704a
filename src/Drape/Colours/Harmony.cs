namespace Drape.Colours;

/// <summary>
/// How the colours of an outfit go together, after Moon and Spencer's regions of hue ("Geometric Formulation of Classical
/// Color Harmony", 1944): colours of one or of similar hue agree, contrasting ones do too, and between the two lies a
/// region where neither is clear. Only what has colour counts, and more the stronger and the larger it is; the hues are
/// those of OKLab. A rule for pairs of plain colours, not a measure of taste.
/// </summary>
public sealed record Harmony
{
    // Moon and Spencer's bounds of the second region of ambiguity, in degrees of hue.
    const double Similar = 43, Contrasting = 100;

    // Chroma below the first looks gray on cloth; from the second on a colour is as strong as it needs to be to clash.
    const double Gray = 0.035, Strong = 0.13;

    // A colour on less than this share of an outfit is a detail.
    const double Detail = 0.05;

    // Of the same hue, as far as a photo tells.
    const double OneHue = 22;

    Harmony(ColourRelation relation, double value) => (Relation, Value) = (relation, value);

    /// <summary>How the colours stand to each other.</summary>
    public ColourRelation Relation { get; }

    /// <summary>From 0, where strong colours are everywhere in the ambiguous region, to 1, where none is.</summary>
    public double Value { get; }

    /// <summary>Judges the colours of an outfit.</summary>
    /// <param name="parts">Its colours, in any order.</param>
    public static Harmony Of(IReadOnlyList<ColourPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        double all = parts.Sum(p => p.Share);
        (double Hue, double Weight)[] hues =
        [
            .. parts.Where(p => p.Colour.Chroma >= Gray && p.Share >= Detail * all)
                .Select(p => (HueOf(p.Colour), p.Share / all * Math.Min(1, (p.Colour.Chroma - Gray) / (Strong - Gray)))),
        ];
        return new Harmony(Name(hues), 1 - Discord(hues));
    }

    /// <summary>The hue of a colour in degrees, 0 to 360.</summary>
    static double HueOf(OkLab colour) => (Math.Atan2(colour.B, colour.A) * 180 / Math.PI + 360) % 360;

    static double Apart(double a, double b)
    {
        double apart = Math.Abs(a - b);
        return Math.Min(apart, 360 - apart);
    }

    static ColourRelation Name((double Hue, double Weight)[] hues)
    {
        double widest = 0;
        bool ambiguous = false;
        foreach (var (a, b) in Pairs(hues))
        {
            double apart = Apart(a.Hue, b.Hue);
            widest = Math.Max(widest, apart);
            ambiguous |= apart is > Similar and < Contrasting;
        }

        return hues.Length == 0 ? ColourRelation.Neutrals
            : widest <= OneHue ? ColourRelation.OneColour
            : widest <= Similar ? ColourRelation.Neighbours
            : ambiguous ? ColourRelation.Medley : ColourRelation.Contrast;
    }

    /// <summary>
    /// How much of the outfit is in pairs of the ambiguous region: in its middle a pair counts whole, at its bounds not at
    /// all. Two strong colours that share an outfit evenly weigh 1.
    /// </summary>
    static double Discord((double Hue, double Weight)[] hues) => Math.Min(1, Pairs(hues).Sum(pair =>
    {
        double apart = Apart(pair.A.Hue, pair.B.Hue);
        return apart is > Similar and < Contrasting
            ? 4 * pair.A.Weight * pair.B.Weight * Math.Sin((apart - Similar) / (Contrasting - Similar) * Math.PI) : 0;
    }));

    static IEnumerable<((double Hue, double Weight) A, (double Hue, double Weight) B)> Pairs((double, double)[] hues)
    {
        for (int i = 0; i < hues.Length; i++)
        {
            for (int j = i + 1; j < hues.Length; j++)
            {
                yield return (hues[i], hues[j]);
            }
        }
    }
}
