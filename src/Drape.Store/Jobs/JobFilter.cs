namespace Drape.Store.Jobs;

/// <summary>Which jobs are wanted; what is null does not matter.</summary>
public sealed record JobFilter
{
    /// <summary>Every job.</summary>
    public static JobFilter All { get; } = new();

    /// <summary>Only those in this state.</summary>
    public JobState? State { get; init; }

    /// <summary>Only those of this kind.</summary>
    public string? Kind { get; init; }

    /// <summary>Only those that this person ordered for themselves.</summary>
    public long? Person { get; init; }

    /// <summary>Only those that this viewer may see.</summary>
    public JobViewer? Viewer { get; init; }
}
