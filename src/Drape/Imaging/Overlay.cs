namespace Drape.Imaging;

/// <summary>A picture that lets what is under it shine through: 8-bit sRGB with alpha, four bytes (R, G, B, A) a pixel.</summary>
public sealed class Overlay
{
    // What glows faintly is amber, what glows most oxblood: the same scale as on a whole picture.
    const float Strongest = 0.78f;

    Overlay(int width, int height, byte[] pixels) => (Width, Height, Pixels) = (width, height, pixels);

    /// <summary>Pixels a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>R, G, B, A row by row; not multiplied by alpha.</summary>
    public byte[] Pixels { get; }

    /// <summary>A heat map as a glow to be laid over the picture that it is of, at any size.</summary>
    /// <param name="heat">0 nothing to 255 most; it may be small, the glow is smooth.</param>
    /// <param name="width">Width of the glow in pixels, at least 1.</param>
    /// <param name="height">Height of the glow in pixels, at least 1.</param>
    public static Overlay Glow(Mask heat, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(heat);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        float[] field = SmoothMask.Of(heat, width, height, new PixelBox(0, 0, width, height));
        float most = Math.Max(field.Max(), 1e-3f) / Math.Max(heat.Values.Max() / 255f, 1e-3f); // splines flatten a peak
        byte[] pixels = new byte[4 * field.Length];
        for (int i = 0; i < field.Length; i++)
        {
            float value = Math.Clamp(field[i] / most, 0, 1);
            HeatPainter.Colour(value, pixels.AsSpan(4 * i, 3));
            pixels[(4 * i) + 3] = (byte)((255 * Strongest * HeatPainter.Strength(value)) + 0.5f);
        }

        return new Overlay(width, height, pixels);
    }
}
