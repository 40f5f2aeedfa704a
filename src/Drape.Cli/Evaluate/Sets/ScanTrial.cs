using System.Diagnostics;
using Drape.Similarity;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>
/// Compares the index that searches are answered from with the exact float answer: how many of the twelve nearest it finds,
/// and how long one search takes, each alone on the machine's processors.
/// </summary>
static class ScanTrial
{
    const int Nearest = 12;
    const int MostSearches = 500;

    /// <summary>Adds <c>scan.recall12</c>, <c>scan.ms</c> and <c>exact.ms</c> (medians), if there are pictures enough.</summary>
    /// <param name="figures">Gets them.</param>
    /// <param name="exact">The looks.</param>
    /// <param name="looks">The same, in order.</param>
    /// <param name="cancellation">Stops between searches.</param>
    public static void Run(
        FigureTable figures, ExactIndex exact, IReadOnlyList<Embedding> looks, CancellationToken cancellation)
    {
        if (looks.Count <= Nearest)
        {
            return;
        }

        var scan = new CatalogIndex();
        var facets = new ItemFacets { Catalog = 1 };
        foreach (int[] chunk in Enumerable.Range(0, looks.Count).Chunk(4096))
        {
            Half[] values = [.. chunk.SelectMany(i => looks[i].Values.ToArray()).Select(v => (Half)v)];
            scan.Put([.. chunk.Select(i => (long)i)], values, [.. chunk.Select(_ => facets)]);
        }

        var (exactTimes, scanTimes) = (new List<double>(), new List<double>());
        int found = 0;
        foreach (int asked in Evenly.Chosen([.. Enumerable.Range(0, looks.Count)], MostSearches))
        {
            cancellation.ThrowIfCancellationRequested();
            long start = Stopwatch.GetTimestamp();
            var nearest = exact.Nearest(looks[asked], Nearest + 1);
            exactTimes.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            start = Stopwatch.GetTimestamp();
            var hits = scan.Search(new IndexQuery { Like = looks[asked], Except = asked, Limit = Nearest }, cancellation);
            scanTimes.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            found += nearest.Where(n => n.Position != asked).Take(Nearest)
                .Select(n => (long)n.Position).Intersect(hits.Select(h => h.Id)).Count();
        }

        figures.Add("scan.recall12", found / (double)(Nearest * scanTimes.Count));
        figures.Add("scan.ms", Median(scanTimes));
        figures.Add("exact.ms", Median(exactTimes));
    }

    static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
