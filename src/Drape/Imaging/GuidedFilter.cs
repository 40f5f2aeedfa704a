using System.Numerics.Tensors;

namespace Drape.Imaging;

/// <summary>
/// The guided filter (He, Sun and Tang, 2010): within each small window the result is a straight function of a guide, so that
/// it is smooth where the guide is even and has its edges where the guide has them.
/// </summary>
static class GuidedFilter
{
    /// <summary>Smooths a picture that is its own guide: even places are smoothed, edges stay.</summary>
    /// <param name="values">The picture, 0 to 1.</param>
    /// <param name="plane">Its size.</param>
    /// <param name="radius">Pixels that the window reaches to each side, at least 1.</param>
    /// <param name="variance">Below this variance, above 0, a window counts as even.</param>
    /// <param name="result">Gets the smoothed picture; another memory than the picture's.</param>
    public static void Smooth(ReadOnlySpan<float> values, Plane plane, int radius, float variance, Span<float> result)
    {
        using var rentedSlope = new Rented<float>(plane.Count);
        using var rentedOffset = new Rented<float>(plane.Count);
        Span<float> slope = rentedSlope.Span, offset = rentedOffset.Span;
        MeanOfProduct(values, values, plane, radius, result, slope);
        BoxBlur.Blur(values, plane, radius, offset);
        for (int i = 0; i < slope.Length; i++)
        {
            float spread = Math.Max(slope[i] - (offset[i] * offset[i]), 0);
            slope[i] = spread / (spread + variance);
            offset[i] *= 1 - slope[i];
        }

        Apply(values, plane, radius, slope, offset, result);
    }

    /// <summary>Draws the edge of a coarse mask to the edges of the picture beneath it.</summary>
    /// <param name="guide">Lightness of each pixel, 0 to 1.</param>
    /// <param name="mask">The mask over the same pixels, 0 to 1.</param>
    /// <param name="plane">Their size.</param>
    /// <param name="radius">Pixels that the window reaches to each side, at least 1.</param>
    /// <param name="variance">Below this variance of lightness, above 0, a window counts as even.</param>
    /// <param name="result">Gets the refined mask; around the edges it may leave 0 to 1.</param>
    public static void Refine(ReadOnlySpan<float> guide, ReadOnlySpan<float> mask, Plane plane, int radius, float variance,
        Span<float> result)
    {
        using var rentedSlope = new Rented<float>(plane.Count);
        using var rentedOffset = new Rented<float>(plane.Count);
        using var rentedGuide = new Rented<float>(plane.Count);
        using var rentedSquare = new Rented<float>(plane.Count);
        Span<float> slope = rentedSlope.Span, offset = rentedOffset.Span, meanGuide = rentedGuide.Span,
            square = rentedSquare.Span;
        MeanOfProduct(guide, guide, plane, radius, result, square);
        MeanOfProduct(guide, mask, plane, radius, result, slope);
        BoxBlur.Blur(guide, plane, radius, meanGuide);
        BoxBlur.Blur(mask, plane, radius, offset);
        for (int i = 0; i < slope.Length; i++)
        {
            float spread = Math.Max(square[i] - (meanGuide[i] * meanGuide[i]), 0);
            slope[i] = (slope[i] - (meanGuide[i] * offset[i])) / (spread + variance);
            offset[i] -= slope[i] * meanGuide[i];
        }

        Apply(guide, plane, radius, slope, offset, result);
    }

    static void MeanOfProduct(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Plane plane, int radius, Span<float> room, Span<float> mean)
    {
        TensorPrimitives.Multiply(a, b, room);
        BoxBlur.Blur(room, plane, radius, mean);
    }

    /// <summary>A pixel is in many windows: the mean of their straight functions holds for it.</summary>
    static void Apply(
        ReadOnlySpan<float> guide, Plane plane, int radius, Span<float> slope, ReadOnlySpan<float> offset, Span<float> result)
    {
        BoxBlur.Blur(slope, plane, radius, result);
        TensorPrimitives.Multiply(result, guide, slope);
        BoxBlur.Blur(offset, plane, radius, result);
        TensorPrimitives.Add(result, slope, result);
    }
}
