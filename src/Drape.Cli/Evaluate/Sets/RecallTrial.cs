using System.Diagnostics;
using Drape.Similarity;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>
/// Compares what finds nearly the nearest with the exact float answer: how many of the twelve nearest it finds, and how long one
/// search takes, each alone on the machine's processors.
/// </summary>
/// <param name="looks">The looks.</param>
sealed class RecallTrial(IReadOnlyList<Embedding> looks)
{
    const int MostSearches = 500;

    readonly ExactIndex _exact = new(looks);
    readonly IReadOnlyList<int> _asked = [.. Evenly.Chosen([.. Enumerable.Range(0, looks.Count)], MostSearches)];

    /// <summary>Whether there are pictures enough.</summary>
    public bool IsPossible => looks.Count > Neighbourhoods.Nearest;

    /// <summary>Adds NAME.recall12 and NAME.ms (the median).</summary>
    /// <param name="figures">Gets them.</param>
    /// <param name="name">What is tried.</param>
    /// <param name="search">Finds the places of the twelve nearest to one of the looks, itself left out.</param>
    /// <param name="cancellation">Stops between searches.</param>
    public async Task RunAsync(FigureTable figures, string name,
        Func<int, CancellationToken, Task<IEnumerable<long>>> search, CancellationToken cancellation)
    {
        var times = new List<double>();
        int found = 0;
        foreach (int asked in _asked)
        {
            cancellation.ThrowIfCancellationRequested();
            long start = Stopwatch.GetTimestamp();
            var hits = await search(asked, cancellation);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            found += Exact(asked).Intersect(hits).Count();
        }

        figures.Add($"{name}.recall12", found / (double)(Neighbourhoods.Nearest * times.Count));
        figures.Add($"{name}.ms", Median(times));
    }

    /// <summary>Adds <c>exact.ms</c>, the median of the exact answer.</summary>
    public void TimeExact(FigureTable figures, CancellationToken cancellation)
    {
        var times = new List<double>();
        foreach (int asked in _asked)
        {
            cancellation.ThrowIfCancellationRequested();
            long start = Stopwatch.GetTimestamp();
            Exact(asked);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        figures.Add("exact.ms", Median(times));
    }

    long[] Exact(int asked) => [.. _exact.Nearest(looks[asked], Neighbourhoods.Nearest + 1)
        .Where(n => n.Position != asked).Take(Neighbourhoods.Nearest).Select(n => (long)n.Position)];

    static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
