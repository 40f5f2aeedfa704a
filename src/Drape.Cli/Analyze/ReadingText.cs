using System.Globalization;
using Drape.Inference;
using Drape.Styles;

namespace Drape.Cli.Analyze;

/// <summary>Words for the numbers of a reading.</summary>
static class ReadingText
{
    const double Mentionable = 0.01;
    const double Guessable = 0.05;

    /// <summary>A share or a probability as whole per cent.</summary>
    public static string Percent(double part) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Round(part * 100):0}%");

    /// <summary>Whether a garment may be something at all: what rounds to nothing is not mentioned.</summary>
    public static bool IsMentionable(TypeAlternative type) => type.Confidence >= Mentionable;

    /// <summary>Whether an outfit may be of a style at all.</summary>
    public static bool IsMentionable(StyleConfidence style) => style.Confidence >= Mentionable;

    /// <summary>What a garment whose type is not sure is most probably, if that is worth a guess; null if not.</summary>
    public static TypeAlternative? Guess(Garment garment) => garment.Alternatives.FirstOrDefault(a => a.Confidence >= Guessable);

    /// <summary>What a garment is as far as that is sure: its type, or else what a catalog calls it, or its kind, such as shoes; else that it is unclear.</summary>
    public static string Name(Garment garment) => garment.Type != Verdict.Unclear ? garment.Type
        : garment.CatalogWord?.ToLowerInvariant() ?? Verdict.Unclear;

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
