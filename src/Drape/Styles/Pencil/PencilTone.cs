using Drape.Imaging;

namespace Drape.Styles.Pencil;

/// <summary>
/// The tones as hatching: a drawing has much bare paper and few darks, so the photo's lightness is spread as a drawing's is
/// (Lu, Xu and Jia, 2012, whose mixture of a steep bright, an even middle and a dark peak this is), then laid down in up to
/// three directions of strokes, one more where it gets darker.
/// </summary>
static class PencilTone
{
    const int Levels = 256;

    // How much of a drawing is paper, middle tone and shadow.
    const double Bright = 0.62, Middle = 0.30, Dark = 0.08;

    // How far the photo's own lightness gives way to the drawing's.
    const float Drawn = 0.65f;

    static readonly float[] Wanted = Distribution();

    /// <summary>Shades a picture.</summary>
    /// <param name="light">The picture, 0 to 1.</param>
    /// <param name="plane">Its size.</param>
    /// <param name="tone">Gets 1 for bare paper down to 0 for the darkest hatching.</param>
    public static void Shade(ReadOnlySpan<float> light, Plane plane, Span<float> tone)
    {
        float[] curve = Curve(light);
        for (int y = 0; y < plane.Height; y++)
        {
            var from = plane.Row(light, y);
            var to = plane.Row(tone, y);
            for (int x = 0; x < from.Length; x++)
            {
                to[x] = Hatch(curve[(int)(Math.Clamp(from[x], 0, 1) * (Levels - 1))], x, y);
            }
        }
    }

    /// <summary>
    /// One tone at one place. A layer of strokes bears a share of the darkness; where its strokes leave paper bare, the
    /// exponent keeps it so, and the mean of the layer is the share.
    /// </summary>
    static float Hatch(float tone, int x, int y)
    {
        float dark = -MathF.Log2(Math.Clamp(tone, 0.06f, 1));
        float first = Math.Min(dark, 0.75f), second = Math.Clamp(dark - 0.45f, 0, 1.1f), third = Math.Max(dark - 1.2f, 0);
        float laid = (first * PencilTexture.Stroke(0, x, y)) + (second * PencilTexture.Stroke(1, x, y))
            + (third * PencilTexture.Stroke(2, x, y));
        return MathF.Pow(2, -laid);
    }

    /// <summary>For each lightness of the photo that of the drawing: equal shares of pixels get equal shares of tone.</summary>
    static float[] Curve(ReadOnlySpan<float> light)
    {
        int[] counts = new int[Levels];
        foreach (float value in light)
        {
            counts[(int)(Math.Clamp(value, 0, 1) * (Levels - 1))]++;
        }

        float[] curve = new float[Levels];
        long below = 0;
        for (int level = 0, wanted = 0; level < Levels; level++)
        {
            double share = (below + (counts[level] / 2.0)) / light.Length;
            while (wanted < Levels - 1 && Wanted[wanted] < share)
            {
                wanted++;
            }

            float own = level / (Levels - 1f);
            curve[level] = float.Lerp(own, wanted / (Levels - 1f), Drawn);
            below += counts[level];
        }

        return curve;
    }

    /// <summary>Shares of a drawing's pixels up to each lightness.</summary>
    static float[] Distribution()
    {
        double[] density = new double[Levels];
        double[] bright = Normalised(v => Math.Exp(-(255 - v) / 9.0));
        double[] middle = Normalised(v => v is >= 105 and <= 225 ? 1 : 0);
        double[] dark = Normalised(v => Math.Exp(-(v - 90) * (v - 90) / (2 * 11.0 * 11.0)));
        for (int v = 0; v < Levels; v++)
        {
            density[v] = (Bright * bright[v]) + (Middle * middle[v]) + (Dark * dark[v]);
        }

        float[] shares = new float[Levels];
        double sum = 0;
        for (int v = 0; v < Levels; v++)
        {
            sum += density[v];
            shares[v] = (float)sum;
        }

        return shares;
    }

    static double[] Normalised(Func<int, double> of)
    {
        double[] values = [.. Enumerable.Range(0, Levels).Select(of)];
        double sum = values.Sum();
        return [.. values.Select(value => value / sum)];
    }
}
