using System.Globalization;
using Drape.Inference;
using Drape.Styles;

namespace Drape.Cli.Analyze;

/// <summary>Words for the numbers of a reading.</summary>
static class ReadingText
{
    /// <summary>A share or a probability as whole per cent.</summary>
    public static string Percent(double part) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Round(part * 100):0}%");

    /// <summary>Types with how probable each is.</summary>
    public static string List(IEnumerable<TypeAlternative> types) =>
        string.Join(", ", types.Select(t => $"{t.Type} {Percent(t.Confidence)}"));

    /// <summary>Styles with how probable each is.</summary>
    public static string List(IEnumerable<StyleConfidence> styles) =>
        string.Join(", ", styles.Select(s => $"{s.Style} {Percent(s.Confidence)}"));

    /// <summary>How formal and how warm an outfit is.</summary>
    public static string Levels(StyleReading style) => string.Create(CultureInfo.InvariantCulture,
        $"formality {style.Formality:0.0}, warmth {style.Warmth:0.0}");

    /// <summary>Whether it has to be said who wears what: there is more than one person, or a thing beside one.</summary>
    public static bool IsCrowd(PhotoReading reading) => reading.Garments.Select(g => g.Person).Distinct().Skip(1).Any();

    /// <summary>Who wears a garment, where there are several; the style is the first one's.</summary>
    public static string Wearer(int? person) =>
        person is { } number ? string.Create(CultureInfo.InvariantCulture, $"Person {number + 1}") : "Beside";

    /// <summary>What else was read of a garment, as far as it is clear, in the words alone.</summary>
    public static string Attributes(Garment garment) =>
        string.Join(", ", garment.Attributes.Values.Where(word => word != Verdict.Unclear).Distinct());
}
