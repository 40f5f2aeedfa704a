using Drape.Colours;
using Drape.Styles;

namespace Drape.Server.Eva;

/// <summary>
/// How clearly an outfit speaks: one style rather than several, and colours that agree. It says nothing of who wears it, and
/// nothing of whether anybody likes it.
/// </summary>
public sealed record LookScore
{
    LookScore(double style, double harmony) => (Style, Harmony) = (style, harmony);

    /// <summary>0 to 100: the geometric mean of the two, so that neither makes up for the lack of the other.</summary>
    public int Value => (int)Math.Round(100 * Math.Sqrt(Style * Harmony));

    /// <summary>The calibrated probability of the first style, 0 to 1.</summary>
    public double Style { get; }

    /// <summary>How the colours agree, 0 to 1: see <see cref="Colours.Harmony"/>.</summary>
    public double Harmony { get; }

    /// <summary>The score of an outfit; null where nobody wears one.</summary>
    public static LookScore? Of(StyleReading? style, Harmony harmony)
    {
        ArgumentNullException.ThrowIfNull(harmony);
        return style is { Top: [var first, ..] } ? new LookScore(first.Confidence, Math.Round(harmony.Value, 4)) : null;
    }
}
