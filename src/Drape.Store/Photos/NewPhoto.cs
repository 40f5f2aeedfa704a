using Drape.Store.Blobs;

namespace Drape.Store.Photos;

/// <summary>A photo's reading, to be kept.</summary>
public sealed record NewPhoto
{
    /// <summary>
    /// The URL it came from, as <see cref="PhotoSource"/> writes it; null of a photo that was sent. A URL is kept once, and so
    /// is a photo that was sent.
    /// </summary>
    public string? Source
    {
        get;
        init => field = value is null ? null : PhotoSource.Checked(value);
    }

    /// <summary>The SHA-256 of its file.</summary>
    public required BlobKey Content { get; init; }

    /// <summary>What was read.</summary>
    public required PhotoReading Reading
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    }
}
