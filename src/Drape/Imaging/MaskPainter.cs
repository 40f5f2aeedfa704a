namespace Drape.Imaging;

/// <summary>Shows what masks cover: it keeps its colours while the rest of the picture recedes, and gets an outline.</summary>
static class MaskPainter
{
    const float Gray = 0.6f;
    const float Fade = 0.3f;
    const float Tint = 0.06f;
    const float Line = 0.95f;

    /// <summary>Lets what no mask covers recede: paler, and with less of its colour.</summary>
    /// <param name="image">Drawn on.</param>
    /// <param name="fields">What stays as it is.</param>
    public static void Recede(PixelImage image, IReadOnlyCollection<MaskField> fields)
    {
        float[] kept = new float[image.Width * image.Height];
        foreach (var field in fields)
        {
            for (int y = 0; y < field.Near.Height; y++)
            {
                for (int x = 0; x < field.Near.Width; x++)
                {
                    if (field.Depth(x, y) is { } depth)
                    {
                        ref float here = ref kept[((field.Near.Y + y) * image.Width) + field.Near.X + x];
                        here = Math.Max(here, Math.Clamp(depth + 0.5f, 0, 1));
                    }
                }
            }
        }

        for (int i = 0; i < kept.Length; i++)
        {
            var pixel = image.Pixels.AsSpan(3 * i, 3);
            float away = 1 - kept[i], gray = (0.3f * pixel[0]) + (0.59f * pixel[1]) + (0.11f * pixel[2]);
            for (int c = 0; c < 3; c++)
            {
                float calm = pixel[c] + ((gray - pixel[c]) * Gray * away);
                pixel[c] = (byte)(calm + ((Tints.Paper[c] - calm) * Fade * away) + 0.5f);
            }
        }
    }

    /// <summary>Draws a mask's outline, with a breath of its colour inside.</summary>
    /// <param name="image">Drawn on.</param>
    /// <param name="field">What the mask covers.</param>
    /// <param name="colour">R, G, B.</param>
    /// <param name="unit">Width of a hairline.</param>
    public static void Outline(PixelImage image, MaskField field, ReadOnlySpan<byte> colour, int unit)
    {
        float half = 0.75f * unit;
        for (int y = 0; y < field.Near.Height; y++)
        {
            for (int x = 0; x < field.Near.Width; x++)
            {
                if (field.Depth(x, y) is not { } depth)
                {
                    continue;
                }

                var pixel = image[field.Near.X + x, field.Near.Y + y];
                Pen.Blend(pixel, colour, Tint * Math.Clamp(depth + 0.5f, 0, 1));
                Pen.Blend(pixel, Tints.Paper, 0.7f * Stroke(depth + (2 * half), half));
                Pen.Blend(pixel, colour, Line * Stroke(depth, half));
            }
        }
    }

    static float Stroke(float distance, float half) => Math.Clamp(half - Math.Abs(distance) + 0.5f, 0, 1);
}
