using System.Numerics.Tensors;

namespace Drape.Imaging;

/// <summary>
/// Scales a part of a picture to any size with a triangle filter as wide as the scale (antialiased bilinear), the
/// same filter that the networks were trained with. Separable: first every row, then every column.
/// </summary>
public static class Resampler
{
    /// <summary>Scales a box of a picture and writes it as a network's input.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="box">The part to read; it lies within the picture.</param>
    /// <param name="width">Width of the result in pixels.</param>
    /// <param name="height">Height of the result in pixels.</param>
    /// <param name="mean">Subtracted from each of R, G, B (0..255).</param>
    /// <param name="deviation">Divides each of R, G, B after that.</param>
    /// <param name="planes">3 * height * width values: the plane of R, of G, of B.</param>
    public static void ToPlanes(PixelImage image, PixelBox box, int width, int height,
        ReadOnlySpan<float> mean, ReadOnlySpan<float> deviation, Span<float> planes)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfNotEqual(planes.Length, 3 * width * height);
        using var rented = new Rented<float>(planes.Length);
        var scaled = rented.Span;
        Scale(image, box, width, height, scaled);
        int area = width * height;
        for (int channel = 0; channel < 3; channel++)
        {
            float scale = 1 / deviation[channel], shift = -mean[channel] * scale;
            var plane = planes.Slice(channel * area, area);
            for (int i = 0, j = channel; i < area; i++, j += 3)
            {
                plane[i] = scaled[j] * scale + shift;
            }
        }
    }

    /// <summary>Scales a picture.</summary>
    public static PixelImage Resize(PixelImage image, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(image);
        float[] scaled = new float[3 * width * height];
        Scale(image, image.Whole, width, height, scaled);
        byte[] pixels = new byte[scaled.Length];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)(scaled[i] + 0.5f); // weights are positive and sum to one, so the range is kept
        }

        return new PixelImage(width, height, pixels);
    }

    /// <summary>Scales a box of a picture to interleaved R, G, B values of 0..255.</summary>
    static void Scale(PixelImage image, PixelBox box, int width, int height, Span<float> result)
    {
        if (box.X < 0 || box.Y < 0 || box.X + box.Width > image.Width || box.Y + box.Height > image.Height)
        {
            throw new ArgumentOutOfRangeException(
                nameof(box), box, $"The box leaves the {image.Width}x{image.Height} picture.");
        }

        var across = Taps.Of(box.Width, width);
        var down = Taps.Of(box.Height, height);
        float[] row = new float[box.Width * 3];
        using var rented = new Rented<float>(box.Height * width * 3);
        var narrow = rented.Span;
        for (int y = 0; y < box.Height; y++)
        {
            TensorPrimitives.ConvertChecked<byte, float>(
                image.Pixels.AsSpan(((box.Y + y) * image.Width + box.X) * 3, row.Length), row);
            across.Apply(row, narrow.Slice(y * width * 3, width * 3));
        }

        result.Clear();
        int stride = width * 3;
        for (int y = 0; y < height; y++)
        {
            var target = result.Slice(y * stride, stride);
            var (first, weights) = down[y];
            for (int i = 0; i < weights.Length; i++)
            {
                TensorPrimitives.MultiplyAdd(narrow.Slice((first + i) * stride, stride), weights[i], target, target);
            }
        }
    }

    /// <summary>For every target position the source positions that it mixes, and their weights.</summary>
    sealed class Taps
    {
        readonly int[] _first;
        readonly float[][] _weights;

        Taps(int[] first, float[][] weights) => (_first, _weights) = (first, weights);

        public (int First, float[] Weights) this[int target] => (_first[target], _weights[target]);

        public static Taps Of(int source, int target)
        {
            double step = (double)source / target, radius = Math.Max(step, 1);
            int[] first = new int[target];
            float[][] weights = new float[target][];
            for (int i = 0; i < target; i++)
            {
                double centre = (i + 0.5) * step;
                int from = Math.Max((int)Math.Floor(centre - radius), 0);
                int to = Math.Min((int)Math.Ceiling(centre + radius), source);
                float[] w = new float[to - from];
                for (int j = 0; j < w.Length; j++)
                {
                    w[j] = (float)Math.Max(1 - Math.Abs(from + j + 0.5 - centre) / radius, 0);
                }

                TensorPrimitives.Divide(w, TensorPrimitives.Sum<float>(w), w);
                (first[i], weights[i]) = (from, w);
            }

            return new Taps(first, weights);
        }

        public void Apply(ReadOnlySpan<float> source, Span<float> target)
        {
            for (int i = 0; i < _first.Length; i++)
            {
                float r = 0, g = 0, b = 0;
                int at = _first[i] * 3;
                foreach (float weight in _weights[i])
                {
                    r += weight * source[at];
                    g += weight * source[at + 1];
                    b += weight * source[at + 2];
                    at += 3;
                }

                (target[i * 3], target[i * 3 + 1], target[i * 3 + 2]) = (r, g, b);
            }
        }
    }
}
