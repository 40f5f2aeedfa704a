namespace Drape.Cli.Evaluate;

/// <summary>Top-k accuracy: the share of answers with the truth among the first k classes.</summary>
static class TopShare
{
    /// <param name="answers">At least one.</param>
    /// <param name="first">k.</param>
    public static double Of(IReadOnlyCollection<Ranking> answers, int first)
    {
        ArgumentOutOfRangeException.ThrowIfZero(answers.Count);
        return (double)answers.Count(a => a.IsWithin(first)) / answers.Count;
    }
}
