namespace Drape.Imaging;

/// <summary>The picture formats that Drape reads and writes.</summary>
public enum PhotoFormat
{
    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>WebP.</summary>
    Webp,

    /// <summary>GIF; only the first frame is read.</summary>
    Gif,

    /// <summary>AVIF.</summary>
    Avif,
}
