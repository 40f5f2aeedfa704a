namespace Drape.Imaging;

/// <summary>Tints what a mask covers and draws its outline.</summary>
static class MaskPainter
{
    const float Tint = 0.3f;
    const float Line = 0.95f;

    /// <summary>Draws a mask.</summary>
    /// <param name="image">Drawn on.</param>
    /// <param name="mask">Over the whole picture, at any size.</param>
    /// <param name="box">Where it is; only what is near is looked at.</param>
    /// <param name="colour">R, G, B.</param>
    /// <param name="unit">Width of a hairline.</param>
    public static void Paint(PixelImage image, Mask mask, PixelBox box, ReadOnlySpan<byte> colour, int unit)
    {
        var near = Near(box, image, mask);
        float[] field = SmoothMask.Of(mask, image.Width, image.Height, near);
        float half = 0.75f * unit;
        for (int y = 0; y < near.Height; y++)
        {
            for (int x = 0; x < near.Width; x++)
            {
                float value = field[y * near.Width + x];
                if (value < 0.01f)
                {
                    continue;
                }

                // How far the outline is, in pixels: the value's excess over its slope.
                float across = At(field, near, x + 1, y) - At(field, near, x - 1, y);
                float down = At(field, near, x, y + 1) - At(field, near, x, y - 1);
                float slope = Math.Max(MathF.Sqrt(across * across + down * down) / 2, 1e-4f);
                float depth = (value - 0.5f) / slope;
                var pixel = image[near.X + x, near.Y + y];
                Pen.Blend(pixel, colour, Tint * Math.Clamp(depth + 0.5f, 0, 1));
                Pen.Blend(pixel, Tints.Paper, 0.7f * Stroke(depth + 2 * half, half));
                Pen.Blend(pixel, colour, Line * Stroke(depth, half));
            }
        }
    }

    static float Stroke(float distance, float half) => Math.Clamp(half - Math.Abs(distance) + 0.5f, 0, 1);

    static float At(float[] field, PixelBox near, int x, int y) =>
        field[Math.Clamp(y, 0, near.Height - 1) * near.Width + Math.Clamp(x, 0, near.Width - 1)];

    /// <summary>The box and as much around it as the smooth edge reaches.</summary>
    static PixelBox Near(PixelBox box, PixelImage image, Mask mask)
    {
        int reach = 4 * Math.Max(image.Width / mask.Width, image.Height / mask.Height) + 8;
        int left = Math.Max(box.X - reach, 0), top = Math.Max(box.Y - reach, 0);
        return new PixelBox(left, top, Math.Min(box.X + box.Width + reach, image.Width) - left,
            Math.Min(box.Y + box.Height + reach, image.Height) - top);
    }
}
