namespace Drape.Store.Jobs;

/// <summary>How much of a job is done, in the job's own unit.</summary>
public sealed record JobProgress
{
    /// <summary>Nothing yet, of nobody knows how much.</summary>
    public static JobProgress None { get; } = new(0, null);

    /// <summary>So much of so much.</summary>
    /// <param name="done">What is done, from 0.</param>
    /// <param name="total">What there is to do; null where nobody knows. An estimate that was passed is raised.</param>
    public JobProgress(long done, long? total)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(done);
        (Done, Total) = (done, total is { } all ? Math.Max(all, done) : null);
    }

    /// <summary>What is done, from 0.</summary>
    public long Done { get; }

    /// <summary>What there is to do, at least <see cref="Done"/>; null where nobody knows.</summary>
    public long? Total { get; }
}
