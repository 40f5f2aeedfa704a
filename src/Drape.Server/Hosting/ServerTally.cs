namespace Drape.Server.Hosting;

/// <summary>What this process has done since it started. Thread-safe.</summary>
sealed class ServerTally
{
    long _requests, _failedRequests, _turns, _unreadable, _failedTurns, _turnedAway;

    /// <summary>When this process started.</summary>
    public DateTimeOffset Started { get; } = DateTimeOffset.UtcNow;

    /// <summary>Requests that were answered.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Those that the server failed at, with a status from 500 on.</summary>
    public long FailedRequests => Interlocked.Read(ref _failedRequests);

    /// <summary>Pictures that the engine worked on to the end: analyses, sketches, cut-outs.</summary>
    public long Pictures => Interlocked.Read(ref _turns);

    /// <summary>Pictures that cannot be read, as damaged ones.</summary>
    public long Unreadable => Interlocked.Read(ref _unreadable);

    /// <summary>Pictures at which the engine failed.</summary>
    public long Failures => Interlocked.Read(ref _failedTurns);

    /// <summary>Pictures that were turned away because too many waited.</summary>
    public long TurnedAway => Interlocked.Read(ref _turnedAway);

    /// <summary>Counts a request by how it was answered.</summary>
    public void Answered(int status)
    {
        Interlocked.Increment(ref _requests);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            Interlocked.Increment(ref _failedRequests);
        }
    }

    /// <summary>Counts a picture that was worked on.</summary>
    public void Worked() => Interlocked.Increment(ref _turns);

    /// <summary>Counts a picture that cannot be read.</summary>
    public void CouldNotRead() => Interlocked.Increment(ref _unreadable);

    /// <summary>Counts a picture at which the engine failed.</summary>
    public void Failed() => Interlocked.Increment(ref _failedTurns);

    /// <summary>Counts a picture that there was no room for.</summary>
    public void SentAway() => Interlocked.Increment(ref _turnedAway);
}
