using Drape.Similarity;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>Tries the index that searches are answered from in one process.</summary>
static class ScanTrial
{
    /// <summary>Adds <c>scan.recall12</c> and <c>scan.ms</c>.</summary>
    public static Task RunAsync(
        FigureTable figures, RecallTrial trial, IReadOnlyList<Embedding> looks, CancellationToken cancellation)
    {
        var scan = new CatalogIndex();
        var facets = new ItemFacets { Catalog = 1 };
        foreach (int[] chunk in Enumerable.Range(0, looks.Count).Chunk(4096))
        {
            Half[] values = [.. chunk.SelectMany(i => looks[i].Values.ToArray()).Select(v => (Half)v)];
            scan.Put([.. chunk.Select(i => (long)i)], values, [.. chunk.Select(_ => facets)]);
        }

        return trial.RunAsync(figures, "scan", (asked, stop) => Task.FromResult(scan
            .Search(new IndexQuery { Like = looks[asked], Except = asked, Limit = Neighbourhoods.Nearest }, stop)
            .Select(h => h.Id)), cancellation);
    }
}
