using System.Globalization;
using Drape.Cli.CommandLine;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>What annotators said of one street photo's outfit.</summary>
/// <param name="Id">The photo's file name without ending.</param>
/// <param name="First">The style that fits best.</param>
/// <param name="Second">One that fits nearly as well; empty where none does.</param>
/// <param name="Formality">1 to 5.</param>
/// <param name="Warmth">1 to 5.</param>
sealed record StyleRow(string Id, string First, string Second, double Formality, double Warmth) : ILabelled
{
    public IReadOnlyList<string> Files => [$"photos/{Id}"];

    /// <summary>Reads outfits-styles.csv.</summary>
    /// <exception cref="WrongUseException">It is missing, or lacks a column, or has no row of that split.</exception>
    public static IReadOnlyList<StyleRow> Read(EvaluationRequest request)
    {
        string path = request["outfits-styles.csv"];
        var table = LabelTable.Read(path);
        int id = table.Column("id"), first = table.Column("style1"), second = table.Column("style2");
        int formality = table.Column("formality"), warmth = table.Column("warmth");
        return table.RowsOf(request.Split, null,
            r => new StyleRow(r[id], r[first], r[second], Level(r[formality], r[id]), Level(r[warmth], r[id])));

        double Level(string text, string row) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double level) ? level
                : throw new WrongUseException($"{path}, photo {row}: the level '{text}' is no number.");
    }
}
