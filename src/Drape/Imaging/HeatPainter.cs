namespace Drape.Imaging;

/// <summary>Lays a heat map over a picture: what is cold fades towards paper, what is hot glows and stays clear.</summary>
static class HeatPainter
{
    static readonly byte[] Warm = [0xE0, 0xA0, 0x3C];
    static readonly byte[] Hot = [0xB0, 0x2A, 0x3C];

    /// <summary>Draws a heat map.</summary>
    /// <param name="image">Drawn on.</param>
    /// <param name="heat">0 nothing to 255 most, over the whole picture, at any size.</param>
    public static void Paint(PixelImage image, Mask heat)
    {
        float[] field = SmoothMask.Of(heat, image.Width, image.Height, image.Whole);
        float most = Math.Max(field.Max(), 1e-3f) / Math.Max(heat.Values.Max() / 255f, 1e-3f); // splines flatten a peak
        Span<byte> glow = stackalloc byte[3];
        for (int i = 0; i < field.Length; i++)
        {
            float value = Math.Clamp(field[i] / most, 0, 1);
            var pixel = image.Pixels.AsSpan(3 * i, 3);
            float gray = 0.3f * pixel[0] + 0.59f * pixel[1] + 0.11f * pixel[2];
            for (int c = 0; c < 3; c++)
            {
                // Colour gives way to gray where it is cold, so that the glow is the only colour that tells.
                float calm = pixel[c] + (gray - pixel[c]) * 0.7f;
                pixel[c] = (byte)(calm + (Tints.Paper[c] - calm) * 0.25f * (1 - value) + 0.5f);
            }

            Colour(value, glow);
            Pen.Blend(pixel, glow, 0.62f * Strength(value));
        }
    }

    /// <summary>The colour of the glow: R, G, B.</summary>
    /// <param name="value">How hot it is, 0 to 1.</param>
    /// <param name="glow">Gets the colour.</param>
    public static void Colour(float value, Span<byte> glow)
    {
        for (int c = 0; c < 3; c++)
        {
            glow[c] = (byte)(Warm[c] + (Hot[c] - Warm[c]) * value + 0.5f);
        }
    }

    /// <summary>How much of the glow shows, 0 to 1.</summary>
    public static float Strength(float value) => value * value * (3 - 2 * value);
}
