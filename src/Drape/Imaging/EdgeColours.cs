using System.Numerics.Tensors;

namespace Drape.Imaging;

/// <summary>
/// The colours beneath a soft edge. A pixel at the edge of what is cut out has the ground's colour in it, and the ground
/// itself lies hidden beside it, from where a format that halves colours mixes it in again: both show as a rim.
/// </summary>
static class EdgeColours
{
    // From here on a pixel's own colour is that of the cloth.
    const float Whole = 0.95f;

    // A mean of less than that share of a window says nothing.
    const float Least = 0.02f;

    /// <summary>Gives what is not wholly opaque the colour of the cloth beside it.</summary>
    /// <param name="pixels">R, G, B, A row by row; the alpha is not touched.</param>
    /// <param name="alpha">How much of each pixel belongs, 0 to 1.</param>
    /// <param name="plane">Their size.</param>
    /// <param name="radius">Pixels to each side, at least 1, from which the colour is taken; further off, the mean of all.</param>
    public static void Fill(Span<byte> pixels, ReadOnlySpan<float> alpha, Plane plane, int radius)
    {
        using var rentedWeight = new Rented<float>(plane.Count);
        using var rentedNear = new Rented<float>(plane.Count);
        using var rentedValues = new Rented<float>(plane.Count);
        using var rentedMeans = new Rented<float>(plane.Count);
        Span<float> weight = rentedWeight.Span, near = rentedNear.Span, values = rentedValues.Span, means = rentedMeans.Span;
        for (int i = 0; i < weight.Length; i++)
        {
            weight[i] = alpha[i] >= Whole ? 1 : 0;
        }

        float count = TensorPrimitives.Sum<float>(weight);
        if (count == 0)
        {
            return;
        }

        BoxBlur.Blur(weight, plane, radius, near);
        for (int channel = 0; channel < 3; channel++)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = weight[i] * pixels[i * 4 + channel];
            }

            float all = TensorPrimitives.Sum<float>(values) / count;
            BoxBlur.Blur(values, plane, radius, means);
            for (int i = 0; i < values.Length; i++)
            {
                if (weight[i] == 0)
                {
                    float cloth = near[i] > Least ? means[i] / near[i] : all;
                    // The more of the pixel belongs, the more of its own colour is kept, that folds and seams do not end before.
                    float own = Math.Max(0, 2 * alpha[i] - 1);
                    pixels[i * 4 + channel] = (byte)Math.Clamp(
                        float.Lerp(cloth, pixels[i * 4 + channel], own) + 0.5f, byte.MinValue, byte.MaxValue);
                }
            }
        }
    }
}
