using Drape.Garments;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>The pattern of each street photo's largest garment, as annotators named it.</summary>
sealed class StreetPatterns
{
    const string Solid = "solid";

    readonly Dictionary<string, string> _patterns = [];

    /// <summary>Reads outfits-styles.csv; where it is not there, no pattern is known.</summary>
    /// <exception cref="CommandLine.WrongUseException">It lacks a column, or has no row.</exception>
    public StreetPatterns(EvaluationRequest request)
    {
        string path = request["outfits-styles.csv"];
        if (!File.Exists(path))
        {
            return;
        }

        var table = LabelTable.Read(path);
        int id = table.Column("id"), pattern = table.Column("pattern");
        foreach (string[] row in table.Rows.Where(row => row[pattern].Length > 0))
        {
            _patterns[row[id]] = row[pattern];
        }
    }

    /// <summary>The answer for a photo beside the truth; null where the photo has no label or no garment.</summary>
    /// <param name="id">The photo.</param>
    /// <param name="garments">What was read of each garment, and how many pixels it has.</param>
    public Ranking? Of(string id, IEnumerable<(GarmentVerdicts Verdicts, int Pixels)> garments) =>
        _patterns.TryGetValue(id, out string? truth)
        && garments.OrderByDescending(g => g.Pixels).Select(g => g.Verdicts).FirstOrDefault() is { } largest
            ? Ranking.Of(truth, largest.ByHead[GarmentVerdicts.PatternHead]) with { Id = id } : null;

    /// <summary>
    /// Adds their figures. Most clothes in the street are of one colour, so what is not counts by itself, too.
    /// </summary>
    public static void AddTo(FigureTable figures, IReadOnlyList<Ranking> answers)
    {
        figures.AddTop1("pattern", answers);
        if (answers.Where(a => a.Truth != Solid).ToList() is { Count: > 0 } patterned)
        {
            figures.Add("pattern.patterned.top1", TopShare.Of(patterned, 1));
        }

        figures.AddStated("pattern", answers);
        figures.AddCalibration("pattern", answers);
        figures.AddConfusions("pattern", answers);
    }
}
