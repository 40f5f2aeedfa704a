namespace Drape.Cli.Evaluate;

/// <summary>
/// The expected calibration error (Naeini et al. 2015): how far stated confidence lies from the share that is correct,
/// averaged over equally wide bins of confidence, each weighted by its answers.
/// </summary>
sealed class CalibrationError
{
    const int Bins = 15;

    readonly (int Count, double Confidence, int Right)[] _sums = new (int Count, double Confidence, int Right)[Bins];

    /// <summary>Answers so far.</summary>
    public int Count => _sums.Sum(bin => bin.Count);

    /// <summary>The error, 0 to 1.</summary>
    /// <exception cref="InvalidOperationException">There is no answer yet.</exception>
    public double Value => Count > 0 ? _sums.Sum(bin => Math.Abs(bin.Right - bin.Confidence)) / Count
        : throw new InvalidOperationException("Without answers there is no calibration error.");

    /// <summary>
    /// The error to expect of confidences like these if every one were exactly true: with few answers chance alone makes
    /// some. An error near this says that nothing is wrong, 0 to 1.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no answer yet.</exception>
    public double Chance => Count > 0 ? _sums.Sum(bin => MeanDeviation(bin.Count, bin.Confidence / Math.Max(bin.Count, 1))) / Count
        : throw new InvalidOperationException("Without answers there is no calibration error.");

    /// <summary>The bins themselves, for a reader's eyes.</summary>
    public IReadOnlyList<CalibrationBin> Curve =>
        [.. _sums.Select((bin, i) => new CalibrationBin(Math.Round((double)i / Bins, 4),
            Math.Round((i + 1.0) / Bins, 4), bin.Count, Math.Round(bin.Confidence / Math.Max(bin.Count, 1), 4),
            Math.Round((double)bin.Right / Math.Max(bin.Count, 1), 4)))];

    /// <summary>Adds an answer; a bin holds its upper edge, not its lower one.</summary>
    /// <param name="confidence">0 to 1.</param>
    /// <param name="right">Whether it was right.</param>
    public void Add(double confidence, bool right)
    {
        ref var bin = ref _sums[Math.Clamp((int)Math.Ceiling(confidence * Bins) - 1, 0, Bins - 1)];
        bin = (bin.Count + 1, bin.Confidence + confidence, bin.Right + (right ? 1 : 0));
    }

    /// <summary>How far the number of right ones of <paramref name="count"/> answers lies from the expected one on average.</summary>
    static double MeanDeviation(int count, double probability)
    {
        // A thing and its opposite deviate alike.
        double rarer = Math.Clamp(Math.Min(probability, 1 - probability), 0, 0.5), expected = count * rarer;
        if (expected > 100)
        {
            return Math.Sqrt(2 * expected * (1 - rarer) / Math.PI); // the normal distribution's
        }

        double deviation = 0, seen = 0, likely = Math.Pow(1 - rarer, count);
        for (int right = 0; right <= count && seen < 1 - 1e-12; right++)
        {
            deviation += likely * Math.Abs(right - expected);
            seen += likely;
            likely *= (count - right) / (right + 1.0) * (rarer / (1 - rarer));
        }

        return deviation;
    }

    /// <summary>Adds another's answers.</summary>
    public void Add(CalibrationError other)
    {
        for (int i = 0; i < Bins; i++)
        {
            var (count, confidence, right) = other._sums[i];
            _sums[i] = (_sums[i].Count + count, _sums[i].Confidence + confidence, _sums[i].Right + right);
        }
    }
}
