using Drape.Server.Problems;

namespace Drape.Server.Photos;

/// <summary>What became of one photo of several: its reading or its problem.</summary>
public sealed record PhotoOutcome
{
    /// <summary>The name it was sent under.</summary>
    public required string Photo { get; init; }

    /// <summary>What was read, if it could be read.</summary>
    public PhotoReading? Reading { get; init; }

    /// <summary>The reading's number, if it was kept.</summary>
    public long? Id { get; init; }

    /// <summary>Where the reading is found, if it was kept.</summary>
    public string? Saved { get; init; }

    /// <summary>Why it could not be read, otherwise.</summary>
    public Problem? Problem { get; init; }
}
