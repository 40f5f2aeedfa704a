namespace Drape.Imaging;

/// <summary>
/// Draws the edge of a coarse mask to the edges of the picture beneath it: the guided filter of He, Sun and Tang (2010), with
/// the picture's lightness as its guide. Within each small window the mask is taken for a straight function of lightness.
/// </summary>
static class GuidedFilter
{
    /// <summary>Refines a mask.</summary>
    /// <param name="guide">Lightness of each pixel, 0 to 1.</param>
    /// <param name="mask">The mask over the same pixels, 0 to 1.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="radius">Half of the window, in pixels, at least 1.</param>
    /// <param name="smoothness">Variance of lightness below which a window counts as even, above 0.</param>
    /// <returns>The refined mask; around the edges it may leave 0 to 1.</returns>
    public static float[] Apply(float[] guide, float[] mask, int width, int height, int radius, float smoothness)
    {
        float[] Mean(float[] values) => BoxMean(values, width, height, radius);
        float[] meanGuide = Mean(guide), meanMask = Mean(mask);
        float[] meanBoth = Mean(Multiply(guide, mask)), meanSquare = Mean(Multiply(guide, guide));
        float[] slope = new float[guide.Length], offset = new float[guide.Length];
        for (int i = 0; i < slope.Length; i++)
        {
            float variance = meanSquare[i] - meanGuide[i] * meanGuide[i];
            slope[i] = (meanBoth[i] - meanGuide[i] * meanMask[i]) / (variance + smoothness);
            offset[i] = meanMask[i] - slope[i] * meanGuide[i];
        }

        (slope, offset) = (Mean(slope), Mean(offset));
        float[] refined = new float[guide.Length];
        for (int i = 0; i < refined.Length; i++)
        {
            refined[i] = slope[i] * guide[i] + offset[i];
        }

        return refined;
    }

    static float[] Multiply(float[] a, float[] b)
    {
        float[] product = new float[a.Length];
        System.Numerics.Tensors.TensorPrimitives.Multiply(a, b, product);
        return product;
    }

    /// <summary>The mean of each pixel's window, by running sums; at the borders of what of it lies inside.</summary>
    static float[] BoxMean(float[] values, int width, int height, int radius)
    {
        float[] across = new float[values.Length], result = new float[values.Length];
        for (int y = 0; y < height; y++)
        {
            Slide(values, across, y * width, 1, width, radius);
        }

        for (int x = 0; x < width; x++)
        {
            Slide(across, result, x, width, height, radius);
        }

        return result;
    }

    static void Slide(float[] source, float[] target, int start, int step, int count, int radius)
    {
        double sum = 0;
        int inside = 0;
        for (int i = -radius; i < count; i++)
        {
            if (i + radius < count)
            {
                sum += source[start + (i + radius) * step];
                inside++;
            }

            if (i - radius - 1 >= 0)
            {
                sum -= source[start + (i - radius - 1) * step];
                inside--;
            }

            if (i >= 0)
            {
                target[start + i * step] = (float)(sum / inside);
            }
        }
    }
}
