namespace Drape.Cli.Evaluate;

/// <summary>
/// The expected calibration error (Naeini et al. 2015): how far stated confidence lies from the share that is correct,
/// averaged over equally wide bins of confidence, each weighted by its answers.
/// </summary>
static class CalibrationError
{
    const int Bins = 15;

    /// <param name="answers">At least one.</param>
    public static double Of(IReadOnlyCollection<Ranking> answers)
    {
        ArgumentOutOfRangeException.ThrowIfZero(answers.Count);
        return Sums(answers).Sum(bin => Math.Abs(bin.Right - bin.Confidence)) / answers.Count;
    }

    /// <summary>The bins themselves, for a reader's eyes.</summary>
    public static IReadOnlyList<CalibrationBin> Curve(IReadOnlyCollection<Ranking> answers) =>
        [.. Sums(answers).Select((bin, i) => new CalibrationBin(Math.Round((double)i / Bins, 4),
            Math.Round((i + 1.0) / Bins, 4), bin.Count, Math.Round(bin.Confidence / Math.Max(bin.Count, 1), 4),
            Math.Round((double)bin.Right / Math.Max(bin.Count, 1), 4)))];

    static (int Count, double Confidence, int Right)[] Sums(IReadOnlyCollection<Ranking> answers)
    {
        var sums = new (int Count, double Confidence, int Right)[Bins];
        foreach (var answer in answers)
        {
            // A bin holds its upper edge, not its lower one.
            ref var bin = ref sums[Math.Clamp((int)Math.Ceiling(answer.Confidence * Bins) - 1, 0, Bins - 1)];
            bin = (bin.Count + 1, bin.Confidence + answer.Confidence, bin.Right + (answer.IsWithin(1) ? 1 : 0));
        }

        return sums;
    }
}
