using System.Globalization;

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
}
