using System.Numerics.Tensors;
using Drape.Imaging;

namespace Drape.Styles.Pencil;

/// <summary>
/// The guided filter (He, Sun and Tang, 2010) with the picture as its own guide: flat places are smoothed, edges stay.
/// </summary>
static class GuidedFilter
{
    /// <summary>Smooths a picture.</summary>
    /// <param name="values">The picture, 0 to 1.</param>
    /// <param name="plane">Its size.</param>
    /// <param name="radius">Pixels that the neighbourhood reaches to each side.</param>
    /// <param name="variance">Below this variance a neighbourhood counts as flat.</param>
    /// <param name="result">Gets the smoothed picture.</param>
    public static void Smooth(ReadOnlySpan<float> values, Plane plane, int radius, float variance, Span<float> result)
    {
        using var mean = new Rented<float>(plane.Count);
        using var square = new Rented<float>(plane.Count);
        Span<float> a = square.Span, b = mean.Span;
        TensorPrimitives.Multiply(values, values, result);
        BoxBlur.Blur(result, plane, radius, a);
        BoxBlur.Blur(values, plane, radius, b);
        for (int i = 0; i < a.Length; i++)
        {
            float spread = Math.Max(a[i] - (b[i] * b[i]), 0);
            a[i] = spread / (spread + variance);
            b[i] *= 1 - a[i];
        }

        BoxBlur.Blur(a, plane, radius, result);
        TensorPrimitives.Multiply<float>(result, values, a);
        BoxBlur.Blur(b, plane, radius, result);
        TensorPrimitives.Add<float>(result, a, result);
    }
}
