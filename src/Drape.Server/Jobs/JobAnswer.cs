using Drape.Store.Jobs;

namespace Drape.Server.Jobs;

/// <summary>A job as the API and the command tell of it. Times are in UTC.</summary>
public sealed record JobAnswer
{
    /// <summary>Its number; a later job has a higher one.</summary>
    public required long Id { get; init; }

    /// <summary>What kind of work.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about.</summary>
    public string? Title { get; init; }

    /// <summary>How far it is: <c>queued</c>, <c>running</c>, <c>done</c>, <c>failed</c> or <c>cancelled</c>.</summary>
    public required string State { get; init; }

    /// <summary>Whether it is running and was asked to end.</summary>
    public bool? Cancelling { get; init; }

    /// <summary>How much is done, in the job's own unit.</summary>
    public required long Done { get; init; }

    /// <summary>How much there is to do; left out where nobody knows.</summary>
    public long? Total { get; init; }

    /// <summary>How much was done in a second since it was last begun.</summary>
    public double? PerSecond { get; init; }

    /// <summary>Seconds that it will take at that rate.</summary>
    public double? SecondsLeft { get; init; }

    /// <summary>What it is at, why it failed, or what of it failed although it is done: one sentence.</summary>
    public string? Message { get; init; }

    /// <summary>How often it was tried, from the attempt on in which it last got any further.</summary>
    public required int Attempts { get; init; }

    /// <summary>How often it is tried without getting any further.</summary>
    public required int MaxAttempts { get; init; }

    /// <summary>When a job that waits is begun at the earliest.</summary>
    public DateTimeOffset? RunAt { get; init; }

    /// <summary>The machine and the process that have it or had it last.</summary>
    public string? Worker { get; init; }

    /// <summary>Where what it left can be fetched.</summary>
    public string? Result { get; init; }

    /// <summary>When it was ordered.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was first begun.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it was done, failed or cancelled.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>A state's word.</summary>
    public static string Word(JobState state) => state.ToString().ToLowerInvariant();

    /// <summary>Tells of a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="now">The time, for its rate.</param>
    public static JobAnswer Of(Job job, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new JobAnswer
        {
            Id = job.Id,
            Kind = job.Kind,
            Title = job.Title,
            State = Word(job.State),
            Cancelling = job.CancelAsked ? true : null,
            Done = job.Progress.Done,
            Total = job.Progress.Total,
            PerSecond = job.PerSecond(now) is { } rate ? Math.Round(rate, 2) : null,
            SecondsLeft = job.Left(now) is { } left ? Math.Round(left.TotalSeconds, 1) : null,
            Message = job.Message,
            Attempts = job.Attempts,
            MaxAttempts = job.MaxAttempts,
            RunAt = job.State == JobState.Queued ? job.RunAt : null,
            Worker = job.Worker,
            Result = job.State == JobState.Done && job.Result != JobResult.Nothing
                ? JobRoutes.AddressOf(job.Id) + "/result" : null,
            CreatedAt = job.CreatedAt,
            StartedAt = job.StartedAt,
            EndedAt = job.EndedAt,
        };
    }
}

/// <summary>A page of jobs.</summary>
/// <param name="Jobs">The jobs, the newest first.</param>
/// <param name="Next">What <c>after</c> is for the next page; left out with the last one.</param>
public sealed record JobPage(IReadOnlyList<JobAnswer> Jobs, long? Next);
