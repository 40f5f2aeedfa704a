using Drape.Similarity;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>Precision at 12: the share of each picture's twelve nearest that has its label, averaged over pictures.</summary>
static class Neighbourhoods
{
    /// <summary>How many nearest count.</summary>
    public const int Nearest = 12;

    const int Together = 32; // pictures that are looked for at once

    /// <summary>The nearest of each picture among the others.</summary>
    public static int[][] Of(ExactIndex index, IReadOnlyList<Embedding> pictures, ParallelOptions options)
    {
        int[][] nearest = new int[pictures.Count][];
        Parallel.ForEach(Enumerable.Range(0, pictures.Count).Chunk(Together), options, chunk =>
        {
            // One more, for a picture finds itself; where twins push it out they are all equally near.
            var found = index.Nearest([.. chunk.Select(i => pictures[i])], Nearest + 1);
            for (int c = 0; c < chunk.Length; c++)
            {
                nearest[chunk[c]] = [.. found[c].Select(n => n.Position).Where(p => p != chunk[c]).Take(Nearest)];
            }
        });
        return nearest;
    }

    /// <summary>Adds the figure and its classes; pictures without a label neither ask nor are right answers.</summary>
    public static void Add(FigureTable figures, string question, int[][] nearest, IReadOnlyList<string> labels)
    {
        List<(string Label, double Share)> asked = [.. nearest.Select((found, i) => (Label: labels[i], Found: found))
            .Where(a => a.Label.Length > 0 && a.Found.Length > 0)
            .Select(a => (a.Label, (double)a.Found.Count(f => labels[f] == a.Label) / a.Found.Length))];
        if (asked.Count > 0)
        {
            figures.Add($"{question}.precision12", asked.Average(a => a.Share));
            figures.AddClasses(question, asked.GroupBy(a => a.Label).Select(g => KeyValuePair.Create(
                g.Key, new ClassFigures(g.Count(), ("precision12", g.Average(a => a.Share))))));
        }
    }
}
