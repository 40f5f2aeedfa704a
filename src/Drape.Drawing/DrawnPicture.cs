namespace Drape.Drawing;

/// <summary>A finished picture in 8-bit sRGB.</summary>
/// <param name="Width">Width in pixels, at least 1.</param>
/// <param name="Height">Height in pixels, at least 1.</param>
/// <param name="Pixels">Red, green and blue of each pixel, row by row from the top left: three bytes a pixel.</param>
public sealed record DrawnPicture(int Width, int Height, byte[] Pixels);
