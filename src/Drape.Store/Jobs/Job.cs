using System.Text.Json;
using Drape.Store.Blobs;

namespace Drape.Store.Jobs;

/// <summary>A job as it is kept. All times are in UTC.</summary>
public sealed record Job
{
    /// <summary>Its number; a later job has a higher one.</summary>
    public required long Id { get; init; }

    /// <summary>What kind of work.</summary>
    public required string Kind
    {
        get;
        init => field = JobKind.Checked(value);
    }

    /// <summary>What it is about, for people.</summary>
    public string? Title { get; init; }

    /// <summary>What the worker needs to know.</summary>
    public required JsonElement Payload { get; init; }

    /// <summary>Who ordered it for themselves; null for work of the server's own.</summary>
    public long? Person { get; init; }

    /// <summary>What was sent along for it; null if nothing was.</summary>
    public BlobKey? Content { get; init; }

    /// <summary>What it needs to know and nobody else may; null if there is none, or it is done.</summary>
    public string? Secret { get; init; }

    /// <summary>How far it is.</summary>
    public required JobState State { get; init; }

    /// <summary>How often it was tried, from the attempt on in which it last got any further.</summary>
    public required int Attempts { get; init; }

    /// <summary>How often it is tried without getting any further.</summary>
    public required int MaxAttempts { get; init; }

    /// <summary>Not before this time.</summary>
    public required DateTimeOffset RunAt { get; init; }

    /// <summary>Until when the worker that has it is believed to live; null unless it is running.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>Who has it or had it last.</summary>
    public string? Worker { get; init; }

    /// <summary>How often it was taken: tells the worker that has it from all that had it before.</summary>
    public required int Takes { get; init; }

    /// <summary>Whether somebody asked its worker to give it up.</summary>
    public required bool CancelAsked { get; init; }

    /// <summary>How much is done.</summary>
    public required JobProgress Progress { get; init; }

    /// <summary>How much was done when it was last taken: what is beyond it is the present worker's.</summary>
    public required long DoneWhenTaken { get; init; }

    /// <summary>One sentence: what it is at, or why it failed.</summary>
    public string? Message { get; init; }

    /// <summary>From where another worker can go on; null at the beginning.</summary>
    public JsonElement? Checkpoint { get; init; }

    /// <summary>What it left.</summary>
    public required JobResult Result { get; init; }

    /// <summary>When it was ordered.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was first taken.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it was last taken.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>When it was done, failed or cancelled.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether nobody will do anything more about it unless told to.</summary>
    public bool HasEnded => State is JobState.Done or JobState.Failed or JobState.Cancelled;

    /// <summary>
    /// How much is done in a second since it was last taken; null where that cannot be said.
    /// </summary>
    /// <param name="now">The time until which it is counted; a job that ended counts to its end.</param>
    public double? PerSecond(DateTimeOffset now)
    {
        double seconds = TakenAt is { } since ? ((EndedAt ?? now) - since).TotalSeconds : 0;
        return seconds > 0 && Progress.Done > DoneWhenTaken && State is JobState.Running or JobState.Done
            ? (Progress.Done - DoneWhenTaken) / seconds : null;
    }

    /// <summary>How long it will take at that rate; null where that cannot be said.</summary>
    /// <param name="now">The time.</param>
    public TimeSpan? Left(DateTimeOffset now) =>
        State == JobState.Running && Progress.Total is { } total && PerSecond(now) is { } rate
            ? TimeSpan.FromSeconds(Math.Min((total - Progress.Done) / rate, TimeSpan.MaxValue.TotalSeconds / 2)) : null;
}
