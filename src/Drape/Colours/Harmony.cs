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

    // A colour on less than this share of an outfit is a detail, or what the mask has caught beside the cloth.
    const double Detail = 0.08;

    // Of the same hue, as far as a photo tells.
    const double OneHue = 22;

    Harmony(ColourRelation relation, double value, int? first, int? second) =>
        (Relation, Value, First, Second) = (relation, value, first, second);

    /// <summary>How the colours stand to each other.</summary>
    public ColourRelation Relation { get; }

    /// <summary>From 1, where no colours are in the ambiguous region, to 0, where all colour there is stands evenly against
    /// another in its middle.</summary>
    public double Value { get; }

    /// <summary>The colour that the relation is mostly about, counted as in the parts; null of neutrals.</summary>
    public int? First { get; }

    /// <summary>The colour that it stands in the relation to; null of neutrals and of one colour.</summary>
    public int? Second { get; }

    /// <summary>Judges the colours of an outfit.</summary>
    /// <param name="parts">Its colours, in any order.</param>
    public static Harmony Of(IReadOnlyList<ColourPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        double all = parts.Sum(p => p.Share);
        Hue[] hues =
        [
            .. parts.Select((p, i) => (Part: p, Number: i))
                .Where(p => p.Part.Colour.Chroma >= Gray && p.Part.Share >= Detail * all)
                .Select(p => new Hue(p.Number, HueOf(p.Part.Colour),
                    p.Part.Share / all * Math.Min(1, (p.Part.Colour.Chroma - Gray) / (Strong - Gray))))
                .OrderByDescending(hue => hue.Weight),
        ];
        if (hues.Length == 0)
        {
            return new Harmony(ColourRelation.Neutrals, 1, null, null);
        }

        var pairs = Pairs(hues).ToArray();
        var relation = Name(pairs);
        if (relation == ColourRelation.OneColour)
        {
            return new Harmony(relation, 1, hues[0].Part, null);
        }

        // The pair that the relation is named for, and of several the weightiest.
        var (a, b) = pairs.Where(pair => Name([pair]) == relation).MaxBy(pair => pair.A.Weight * pair.B.Weight);
        return new Harmony(relation, 1 - Discord(pairs, hues.Sum(hue => hue.Weight)), a.Part, b.Part);
    }

    /// <summary>The hue of a colour in degrees, 0 to 360.</summary>
    static double HueOf(OkLab colour) => (Math.Atan2(colour.B, colour.A) * 180 / Math.PI + 360) % 360;

    static double Apart(double a, double b)
    {
        double apart = Math.Abs(a - b);
        return Math.Min(apart, 360 - apart);
    }

    static ColourRelation Name(IReadOnlyList<(Hue A, Hue B)> pairs)
    {
        double widest = 0;
        bool ambiguous = false;
        foreach (var (a, b) in pairs)
        {
            double apart = Apart(a.Degrees, b.Degrees);
            widest = Math.Max(widest, apart);
            ambiguous |= apart is > Similar and < Contrasting;
        }

        return widest <= OneHue ? ColourRelation.OneColour
            : widest <= Similar ? ColourRelation.Neighbours
            : ambiguous ? ColourRelation.Medley : ColourRelation.Contrast;
    }

    /// <summary>
    /// How much of an outfit's colour is in pairs of the ambiguous region: in its middle a pair counts whole, at its bounds
    /// not at all. Two strong colours that share an outfit evenly weigh 1, paler ones less.
    /// </summary>
    static double Discord((Hue A, Hue B)[] pairs, double all) => Math.Min(1, pairs.Sum(pair =>
    {
        double apart = Apart(pair.A.Degrees, pair.B.Degrees);
        return apart is > Similar and < Contrasting
            ? 4 * pair.A.Weight * pair.B.Weight * Math.Sin((apart - Similar) / (Contrasting - Similar) * Math.PI) : 0;
    }) / Math.Max(all, double.Epsilon));

    static IEnumerable<(Hue A, Hue B)> Pairs(Hue[] hues)
    {
        for (int i = 0; i < hues.Length; i++)
        {
            for (int j = i + 1; j < hues.Length; j++)
            {
                yield return (hues[i], hues[j]);
            }
        }
    }

    /// <param name="Part">Which of the parts it is.</param>
    /// <param name="Degrees">0 to 360.</param>
    /// <param name="Weight">Its share of the outfit, less where the colour is pale.</param>
    readonly record struct Hue(int Part, double Degrees, double Weight);
}
