namespace Drape.Visitors;

/// <summary>What many visits came to.</summary>
/// <param name="Milliseconds">How long each took, in order.</param>
/// <param name="Failed">Those without success.</param>
sealed record Tally(IReadOnlyList<double> Milliseconds, int Failed)
{
    public static Tally Of(IReadOnlyCollection<Visit> visits) =>
        new([.. visits.Select(v => v.Milliseconds).Order()], visits.Count(v => !v.Right));

    public static IEnumerable<(string Name, Tally Tally)> ByName(IReadOnlyCollection<Visit> visits) =>
        visits.GroupBy(v => v.What).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Of([.. g])));

    double Percentile(double share) => Milliseconds.Count == 0
        ? double.NaN : Milliseconds[(int)Math.Min(Milliseconds.Count * share, Milliseconds.Count - 1)];

    public override string ToString() =>
        $"{Milliseconds.Count,6} answers, median {Percentile(0.5),6:0.0} ms, p99 {Percentile(0.99),6:0.0} ms, "
        + $"longest {Percentile(1),6:0.0} ms, {Failed} failed";
}
