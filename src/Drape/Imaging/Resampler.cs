using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Drape.Imaging;

/// <summary>
/// Scales a part of a picture to any size with a triangle filter as wide as the scale (antialiased bilinear), the
/// same filter that the networks were trained with. Separable, a row of the result at a time: the rows that it mixes first, which
/// is where nearly all pixels are and goes many values at a time, then the columns of that one row.
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
        var rows = new Rows(image, box, width, height);
        int area = width * height;
        var scale = Vector128.Create(1 / deviation[0], 1 / deviation[1], 1 / deviation[2], 0);
        var shift = Vector128.Create(-mean[0], -mean[1], -mean[2], 0) * scale;
        for (int y = 0; y < height; y++)
        {
            var row = rows.At(y);
            var r = planes.Slice(y * width, width);
            var g = planes.Slice(area + (y * width), width);
            var b = planes.Slice((2 * area) + (y * width), width);
            for (int x = 0; x < r.Length; x++)
            {
                var pixel = Vector128.MultiplyAddEstimate(Vector128.Create(row[(3 * x)..]), scale, shift);
                (r[x], g[x], b[x]) = (pixel[0], pixel[1], pixel[2]);
            }
        }
    }

    /// <summary>Scales a picture.</summary>
    public static PixelImage Resize(PixelImage image, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(image);
        var rows = new Rows(image, image.Whole, width, height);
        byte[] pixels = new byte[3 * width * height];
        for (int y = 0; y < height; y++)
        {
            var row = rows.At(y);
            var target = pixels.AsSpan(y * 3 * width, 3 * width);
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = (byte)(row[i] + 0.5f); // weights are positive and sum to one, so the range is kept
            }
        }

        return new PixelImage(width, height, pixels);
    }

    /// <summary>The rows of a scaled box, interleaved R, G, B of 0..255, one at a time.</summary>
    sealed class Rows
    {
        readonly PixelImage _image;
        readonly PixelBox _box;
        readonly Taps _across;
        readonly Taps _down;
        readonly float[] _mixed;  // both end with a value that belongs to no pixel: pixels are read and written four values at a time
        readonly float[] _scaled;

        public Rows(PixelImage image, PixelBox box, int width, int height)
        {
            if (box.X < 0 || box.Y < 0 || box.X + box.Width > image.Width || box.Y + box.Height > image.Height)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(box), box, $"The box leaves the {image.Width}x{image.Height} picture.");
            }

            (_image, _box) = (image, box);
            (_across, _down) = (Taps.Of(box.Width, width), Taps.Of(box.Height, height));
            (_mixed, _scaled) = (new float[(box.Width * 3) + 1], new float[(width * 3) + 1]);
        }

        /// <summary>A row and a value more than its pixels have, until the next is asked for.</summary>
        public ReadOnlySpan<float> At(int y)
        {
            var (first, weights) = _down[y];
            int stride = _image.Width * 3;
            Mix(_image.Pixels.AsSpan(((_box.Y + first) * stride) + (_box.X * 3)), stride, weights, _mixed.AsSpan(0, _box.Width * 3));
            _across.Apply(_mixed, _scaled);
            return _scaled;
        }

        /// <summary>The weighted sum of rows that lie a stride apart.</summary>
        static void Mix(ReadOnlySpan<byte> rows, int stride, float[] weights, Span<float> sums)
        {
            int at = 0;
            for (; at <= sums.Length - Vector<byte>.Count; at += Vector<byte>.Count)
            {
                Vector<float> a = default, b = default, c = default, d = default;
                int from = at;
                foreach (float weight in weights)
                {
                    Vector.Widen(new Vector<byte>(rows[from..]), out var low, out var high);
                    Vector.Widen(low, out var first, out var second);
                    Vector.Widen(high, out var third, out var fourth);
                    var times = new Vector<float>(weight);
                    a = Vector.MultiplyAddEstimate(Vector.ConvertToSingle(first.As<uint, int>()), times, a);
                    b = Vector.MultiplyAddEstimate(Vector.ConvertToSingle(second.As<uint, int>()), times, b);
                    c = Vector.MultiplyAddEstimate(Vector.ConvertToSingle(third.As<uint, int>()), times, c);
                    d = Vector.MultiplyAddEstimate(Vector.ConvertToSingle(fourth.As<uint, int>()), times, d);
                    from += stride;
                }

                var block = sums.Slice(at, Vector<byte>.Count);
                a.CopyTo(block);
                b.CopyTo(block[Vector<float>.Count..]);
                c.CopyTo(block[(2 * Vector<float>.Count)..]);
                d.CopyTo(block[(3 * Vector<float>.Count)..]);
            }

            for (; at < sums.Length; at++)
            {
                float sum = 0;
                for (int i = 0; i < weights.Length; i++)
                {
                    sum += weights[i] * rows[(i * stride) + at];
                }

                sums[at] = sum;
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

        /// <summary>Mixes pixels of a row; both rows hold a value more than their pixels do.</summary>
        public void Apply(ReadOnlySpan<float> source, Span<float> target)
        {
            for (int i = 0; i < _first.Length; i++)
            {
                var sum = Vector128<float>.Zero;
                int at = _first[i] * 3;
                foreach (float weight in _weights[i])
                {
                    sum = Vector128.MultiplyAddEstimate(Vector128.Create(source[at..]), Vector128.Create(weight), sum);
                    at += 3;
                }

                sum.CopyTo(target[(i * 3)..]); // the fourth value is the next pixel's, which is written after it
            }
        }
    }
}
