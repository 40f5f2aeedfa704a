using Drape.Imaging;

namespace Drape.Styles.Pencil;

/// <summary>
/// A photo as a pencil drawing: contours from strokes along the edges and hatching for the tones, as in Lu, Xu and Jia,
/// "Combining Sketch and Tone for Pencil Drawing Production" (2012), on a picture smoothed by a guided filter (He, Sun and
/// Tang, 2010), so that cloth keeps its folds and loses its grain. The same photo gives the same drawing.
/// </summary>
public static class PencilSketch
{
    /// <summary>Longer side in pixels at which the strokes look drawn by a hand; photos are decoded to it.</summary>
    public const int Side = 800;

    // Warm paper and soft graphite: a drawing on a desk, not a filter on a screen.
    static readonly float[] Paper = [250, 247, 240];
    static readonly float[] Graphite = [52, 48, 46];

    /// <summary>Draws a photo.</summary>
    /// <param name="photo">The photo, upright. The time grows with its pixels, so decode it to <see cref="Side"/>.</param>
    /// <returns>A drawing in the photo's proportions, at least <see cref="Side"/> pixels at its longer side.</returns>
    public static PixelImage Draw(PixelImage photo)
    {
        ArgumentNullException.ThrowIfNull(photo);
        var plane = Sheet(photo);
        using var light = new Rented<float>(plane.Count);
        using var smooth = new Rented<float>(plane.Count);
        using var strokes = new Rented<float>(plane.Count);
        using var tone = new Rented<float>(plane.Count);
        Lightness(photo, plane, light.Span);
        GuidedFilter.Smooth(light.Span, plane, Math.Max(2, Math.Max(plane.Width, plane.Height) / 160), 0.004f, smooth.Span);
        PencilStrokes.Draw(smooth.Span, plane, strokes.Span);
        PencilTone.Shade(smooth.Span, plane, tone.Span);
        return Ink(plane, strokes.Span, tone.Span);
    }

    /// <summary>The drawing's size: small photos are drawn larger, so that strokes are as fine on all.</summary>
    static Plane Sheet(PixelImage photo)
    {
        double scale = Math.Max(1, (double)Side / Math.Max(photo.Width, photo.Height));
        return new Plane(Math.Max(1, (int)Math.Round(photo.Width * scale)), Math.Max(1, (int)Math.Round(photo.Height * scale)));
    }

    /// <summary>How light each pixel looks: the luma of its bytes, 0 to 1, straight between the photo's pixels.</summary>
    static void Lightness(PixelImage photo, Plane plane, Span<float> light)
    {
        if (plane.Width == photo.Width && plane.Height == photo.Height)
        {
            Luma(photo.Pixels, light);
            return;
        }

        using var small = new Rented<float>(photo.Width * photo.Height);
        Luma(photo.Pixels, small.Span);
        for (int y = 0, i = 0; y < plane.Height; y++)
        {
            float v = Math.Clamp(((y + 0.5f) * photo.Height / plane.Height) - 0.5f, 0, photo.Height - 1);
            int top = (int)v, under = Math.Min(top + 1, photo.Height - 1);
            for (int x = 0; x < plane.Width; x++, i++)
            {
                float u = Math.Clamp(((x + 0.5f) * photo.Width / plane.Width) - 0.5f, 0, photo.Width - 1);
                int left = (int)u, right = Math.Min(left + 1, photo.Width - 1);
                float At(int row, Span<float> from) =>
                    float.Lerp(from[(row * photo.Width) + left], from[(row * photo.Width) + right], u - left);
                light[i] = float.Lerp(At(top, small.Span), At(under, small.Span), v - top);
            }
        }
    }

    static void Luma(ReadOnlySpan<byte> pixels, Span<float> light)
    {
        for (int i = 0, p = 0; p < pixels.Length; i++, p += 3)
        {
            light[i] = ((0.299f * pixels[p]) + (0.587f * pixels[p + 1]) + (0.114f * pixels[p + 2])) / 255;
        }
    }

    static PixelImage Ink(Plane plane, ReadOnlySpan<float> strokes, ReadOnlySpan<float> tone)
    {
        byte[] pixels = new byte[3 * plane.Count];
        for (int y = 0, i = 0; y < plane.Height; y++)
        {
            for (int x = 0; x < plane.Width; x++, i++)
            {
                // Towards the edge of the sheet the hand lets go.
                float there = Vignette(x, y, plane);
                float white = 1 - (there * (1 - (strokes[i] * tone[i])));
                float grain = PencilTexture.Grain(x, y);
                for (int c = 0; c < 3; c++)
                {
                    float paper = Paper[c] - grain;
                    pixels[(3 * i) + c] = (byte)(Graphite[c] + ((paper - Graphite[c]) * white) + 0.5f);
                }
            }
        }

        return new PixelImage(plane.Width, plane.Height, pixels);
    }

    static float Vignette(int x, int y, Plane plane)
    {
        float margin = 0.055f * Math.Min(plane.Width, plane.Height);
        float edge = Math.Min(Math.Min(x, plane.Width - 1 - x), Math.Min(y, plane.Height - 1 - y));
        float uneven = margin * (0.35f + (0.9f * PencilTexture.Waver(x, y)));
        float t = Math.Clamp(edge / Math.Max(uneven, 1), 0, 1);
        return t * t * (3 - (2 * t));
    }
}
