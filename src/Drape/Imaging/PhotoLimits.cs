namespace Drape.Imaging;

/// <summary>What is refused before a pixel is decoded.</summary>
public sealed record PhotoLimits
{
    /// <summary>50 MB, 100 megapixels, 300 MB of memory.</summary>
    public static PhotoLimits Default { get; } = new();

    /// <summary>Largest file in bytes.</summary>
    public long Bytes { get; init; } = 50_000_000;

    /// <summary>Largest picture in pixels.</summary>
    public long Pixels { get; init; } = 100_000_000;

    /// <summary>
    /// Largest picture in bytes of memory, for files that must be decoded as a whole: interlaced PNG, progressive JPEG,
    /// AVIF and GIF. A few kilobytes can demand a gigabyte otherwise.
    /// </summary>
    public long Memory { get; init; } = 300_000_000;
}
