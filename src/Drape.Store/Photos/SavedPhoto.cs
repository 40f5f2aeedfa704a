using Drape.Store.Blobs;

namespace Drape.Store.Photos;

/// <summary>A photo's reading as it is kept. All times are in UTC.</summary>
public sealed record SavedPhoto
{
    /// <summary>Its number; a photo that was saved later has a higher one.</summary>
    public required long Id { get; init; }

    /// <summary>The URL it came from; null of a photo that was sent.</summary>
    public string? Source { get; init; }

    /// <summary>The SHA-256 of its file.</summary>
    public required BlobKey Content { get; init; }

    /// <summary>What was read.</summary>
    public required PhotoReading Reading { get; init; }

    /// <summary>When it was first saved.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>When it was last read.</summary>
    public required DateTimeOffset ReadAt { get; init; }
}
