namespace Drape.Imaging;

/// <summary>What is refused before a pixel is decoded.</summary>
public sealed record PhotoLimits
{
    /// <summary>100 megapixels and 50 MB.</summary>
    public static PhotoLimits Default { get; } = new();

    /// <summary>Largest file in bytes.</summary>
    public long Bytes { get; init; } = 50_000_000;

    /// <summary>Largest picture in pixels.</summary>
    public long Pixels { get; init; } = 100_000_000;
}
