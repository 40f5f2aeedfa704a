namespace Drape.Store.Jobs;

/// <summary>How far a job is.</summary>
public enum JobState
{
    /// <summary>It waits for its time or for a worker.</summary>
    Queued,

    /// <summary>A worker has it; if the worker's lease has run out, nobody has.</summary>
    Running,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>It was given up; the job's message says why.</summary>
    Failed,

    /// <summary>Somebody did not want it any more.</summary>
    Cancelled,
}
