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
        Span<double> gap = stackalloc double[Bins];
        foreach (var answer in answers)
        {
            // A bin holds its upper edge, not its lower one.
            int bin = Math.Clamp((int)Math.Ceiling(answer.Confidence * Bins) - 1, 0, Bins - 1);
            gap[bin] += (answer.IsWithin(1) ? 1 : 0) - answer.Confidence;
        }

        double sum = 0;
        foreach (double difference in gap)
        {
            sum += Math.Abs(difference);
        }

        return sum / answers.Count;
    }
}
