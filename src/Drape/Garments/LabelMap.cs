using System.Buffers;
using System.Numerics;

namespace Drape.Garments;

/// <summary>The best group of every pixel, out of logits on a coarser grid.</summary>
static class LabelMap
{
    /// <summary>
    /// Stretches logits straight between the middles of their places, as torch's bilinear interpolation without
    /// aligned corners, and takes the greatest at each pixel; among equals the first.
    /// </summary>
    /// <param name="logits">groups * rows * columns values.</param>
    /// <param name="grid">Groups, rows and columns.</param>
    /// <param name="width">Pixels a row of the result.</param>
    /// <param name="height">Rows of the result.</param>
    /// <param name="labels">width * height numbers of groups, written here.</param>
    public static void Write(ReadOnlySpan<float> logits, (int Groups, int Rows, int Columns) grid,
        int width, int height, Span<byte> labels)
    {
        int length = grid.Groups * width;
        float[] rented = ArrayPool<float>.Shared.Rent(2 * length);
        var upper = rented.AsSpan(0, length);
        var lower = rented.AsSpan(length, length);
        int[] best = new int[width];
        int from = -1;
        for (int y = 0; y < height; y++)
        {
            var (first, second, part) = Between(y, height, grid.Rows);
            if (first != from)
            {
                // Rows are stretched across only when the pixels below reach the next one.
                StretchRow(logits, grid, first, width, upper);
                StretchRow(logits, grid, second, width, lower);
                from = first;
            }

            Best(upper, lower, part, width, grid.Groups, best);
            for (int x = 0; x < width; x++)
            {
                labels[y * width + x] = (byte)best[x];
            }
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    static void StretchRow(ReadOnlySpan<float> logits, (int Groups, int Rows, int Columns) grid, int row, int width,
        Span<float> stretched)
    {
        Span<float> parts = width <= 1024 ? stackalloc float[width] : new float[width];
        Span<int> firsts = width <= 1024 ? stackalloc int[width] : new int[width];
        for (int x = 0; x < width; x++)
        {
            (firsts[x], _, parts[x]) = Between(x, width, grid.Columns);
        }

        for (int group = 0; group < grid.Groups; group++)
        {
            var values = logits.Slice((group * grid.Rows + row) * grid.Columns, grid.Columns);
            var target = stretched.Slice(group * width, width);
            for (int x = 0; x < width; x++)
            {
                int first = firsts[x];
                float left = values[first], right = values[Math.Min(first + 1, grid.Columns - 1)];
                target[x] = left + parts[x] * (right - left);
            }
        }
    }

    static void Best(ReadOnlySpan<float> upper, ReadOnlySpan<float> lower, float part, int width, int groups, int[] best)
    {
        int x = 0;
        for (; x + Vector<float>.Count <= width; x += Vector<float>.Count)
        {
            var greatest = new Vector<float>(float.NegativeInfinity);
            var label = Vector<int>.Zero;
            for (int group = 0; group < groups; group++)
            {
                var above = new Vector<float>(upper[(group * width + x)..]);
                var value = above + part * (new Vector<float>(lower[(group * width + x)..]) - above);
                var greater = Vector.GreaterThan(value, greatest);
                greatest = Vector.ConditionalSelect(greater, value, greatest);
                label = Vector.ConditionalSelect(greater, new Vector<int>(group), label);
            }

            label.CopyTo(best, x);
        }

        for (; x < width; x++)
        {
            float greatest = float.NegativeInfinity;
            for (int group = 0; group < groups; group++)
            {
                float above = upper[group * width + x];
                float value = above + part * (lower[group * width + x] - above);
                (greatest, best[x]) = value > greatest ? (value, group) : (greatest, best[x]);
            }
        }
    }

    /// <summary>Between which two of <paramref name="to"/> places a pixel of <paramref name="from"/> lies.</summary>
    static (int First, int Second, float Part) Between(int index, int from, int to)
    {
        float place = Math.Clamp((index + 0.5f) * to / from - 0.5f, 0, to - 1);
        int first = (int)place;
        return (first, Math.Min(first + 1, to - 1), place - first);
    }
}
