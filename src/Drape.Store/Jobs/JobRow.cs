using System.Text.Json;
using Drape.Store.Blobs;

namespace Drape.Store.Jobs;

/// <summary>A row of the table job, as it is read.</summary>
sealed class JobRow
{
    /// <summary>The columns, of a select or of what is returned.</summary>
    public const string Columns = """
        id as Id, kind as Kind, title as Title, payload as Payload, person_id as Person, content as Content, secret as Secret, state as State,
        attempts as Attempts, max_attempts as MaxAttempts, run_at as RunAt, leased_until as LeasedUntil, worker as Worker, takes as Takes,
        cancel_asked as CancelAsked, done as Done, total as Total, done_when_taken as DoneWhenTaken, message as Message,
        checkpoint as Checkpoint, result as Result, result_file as ResultFile, result_type as ResultType,
        result_name as ResultName, created_at as CreatedAt, started_at as StartedAt, taken_at as TakenAt, ended_at as EndedAt
        """;

    public long Id { get; init; }

    public string Kind { get; init; } = "";

    public string? Title { get; init; }

    public string Payload { get; init; } = "null";

    public long? Person { get; init; }

    public string? Content { get; init; }

    public string? Secret { get; init; }

    public string State { get; init; } = "";

    public int Attempts { get; init; }

    public int MaxAttempts { get; init; }

    public DateTimeOffset RunAt { get; init; }

    public DateTimeOffset? LeasedUntil { get; init; }

    public string? Worker { get; init; }

    public int Takes { get; init; }

    public bool CancelAsked { get; init; }

    public long Done { get; init; }

    public long? Total { get; init; }

    public long DoneWhenTaken { get; init; }

    public string? Message { get; init; }

    public string? Checkpoint { get; init; }

    public string? Result { get; init; }

    public string? ResultFile { get; init; }

    public string? ResultType { get; init; }

    public string? ResultName { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? TakenAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public Job ToJob() => new()
    {
        Id = Id,
        Kind = Kind,
        Title = Title,
        Payload = JsonElement.Parse(Payload),
        Person = Person,
        Content = Content is null ? null : BlobKey.Parse(Content),
        Secret = Secret,
        State = Enum.Parse<JobState>(State, ignoreCase: true),
        Attempts = Attempts,
        MaxAttempts = MaxAttempts,
        RunAt = RunAt,
        LeasedUntil = LeasedUntil,
        Worker = Worker,
        Takes = Takes,
        CancelAsked = CancelAsked,
        Progress = new JobProgress(Done, Total),
        DoneWhenTaken = DoneWhenTaken,
        Message = Message,
        Checkpoint = Json(Checkpoint),
        Result = new JobResult
        {
            Document = Json(Result),
            File = ResultFile is null
                ? null : new JobFile { Content = BlobKey.Parse(ResultFile), Type = ResultType!, Name = ResultName! },
        },
        CreatedAt = CreatedAt,
        StartedAt = StartedAt,
        TakenAt = TakenAt,
        EndedAt = EndedAt,
    };

    static JsonElement? Json(string? text) => text is null ? null : JsonElement.Parse(text);
}
