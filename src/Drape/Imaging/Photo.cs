namespace Drape.Imaging;

/// <summary>A decoded photo: upright sRGB pixels, scaled down, and the size of the original.</summary>
/// <param name="Header">What the file's header says; boxes are given in its upright width and height.</param>
/// <param name="Pixels">The picture, no longer than the side that was asked for, never enlarged.</param>
public sealed record Photo(PhotoHeader Header, PixelImage Pixels)
{
    /// <summary>Width in pixels of the upright original.</summary>
    public int Width => Header.Width;

    /// <summary>Height in pixels of the upright original.</summary>
    public int Height => Header.Height;
}
