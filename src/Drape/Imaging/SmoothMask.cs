namespace Drape.Imaging;

/// <summary>
/// A mask as a smooth surface: cubic B-splines over its pixels, whose contours have no corners however few they are.
/// </summary>
static class SmoothMask
{
    /// <summary>Values of 0 to 1 of a part of a picture that the mask covers as a whole.</summary>
    /// <param name="mask">The mask.</param>
    /// <param name="width">The picture's width.</param>
    /// <param name="height">The picture's height.</param>
    /// <param name="box">The part, in pixels of the picture.</param>
    public static float[] Of(Mask mask, int width, int height, PixelBox box)
    {
        float[] rows = new float[mask.Height * box.Width];
        float[] values = new float[box.Height * box.Width];
        for (int x = 0; x < box.Width; x++)
        {
            var (first, a, b, c, d) = Taps((box.X + x + 0.5f) * mask.Width / width - 0.5f);
            for (int y = 0; y < mask.Height; y++)
            {
                float At(int column) => mask.Values[y * mask.Width + Math.Clamp(column, 0, mask.Width - 1)];
                rows[y * box.Width + x] =
                    (a * At(first) + b * At(first + 1) + c * At(first + 2) + d * At(first + 3)) / 255;
            }
        }

        for (int y = 0; y < box.Height; y++)
        {
            var (first, a, b, c, d) = Taps((box.Y + y + 0.5f) * mask.Height / height - 0.5f);
            ReadOnlySpan<float> Row(int row) => rows.AsSpan(Math.Clamp(row, 0, mask.Height - 1) * box.Width, box.Width);
            ReadOnlySpan<float> r0 = Row(first), r1 = Row(first + 1), r2 = Row(first + 2), r3 = Row(first + 3);
            for (int x = 0; x < box.Width; x++)
            {
                values[y * box.Width + x] = a * r0[x] + b * r1[x] + c * r2[x] + d * r3[x];
            }
        }

        return values;
    }

    static (int First, float A, float B, float C, float D) Taps(float place)
    {
        float floor = MathF.Floor(place), t = place - floor, u = 1 - t;
        return ((int)floor - 1, u * u * u / 6, (4 - 6 * t * t + 3 * t * t * t) / 6,
            (4 - 6 * u * u + 3 * u * u * u) / 6, t * t * t / 6);
    }
}
