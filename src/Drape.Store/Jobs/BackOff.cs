namespace Drape.Store.Jobs;

/// <summary>
/// How long a job that failed waits: twice as long each time, and never quite as long as another that failed with it, so
/// that they do not come back together.
/// </summary>
public sealed record BackOff
{
    /// <summary>Some seconds first, a quarter of an hour at most.</summary>
    public static BackOff Default { get; } = new();

    /// <summary>How long after the first failure, at most.</summary>
    public TimeSpan First
    {
        get;
        init => field = value > TimeSpan.Zero
            ? value : throw new ArgumentException("The first wait is longer than nothing.");
    } = TimeSpan.FromSeconds(10);

    /// <summary>How long at most, whatever the number of failures.</summary>
    public TimeSpan Longest
    {
        get;
        init => field = value > TimeSpan.Zero
            ? value : throw new ArgumentException("The longest wait is longer than nothing.");
    } = TimeSpan.FromMinutes(15);

    /// <summary>The wait after a number of failures: between half of the full one and all of it.</summary>
    /// <param name="failures">How often it failed, from 1.</param>
    /// <param name="chance">Where between, 0 to 1.</param>
    public TimeSpan After(int failures, double chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failures, 1);
        double full = Math.Min(First.TotalSeconds * Math.Pow(2, failures - 1), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(full * (1 + Math.Clamp(chance, 0, 1)) / 2);
    }
}
