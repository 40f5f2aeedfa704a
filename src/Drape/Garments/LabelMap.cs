using System.Numerics;
using Drape.Imaging;

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
        using var rented = new Rented<float>(2 * length);
        Span<float> upper = rented.Span[..length], lower = rented.Span[length..];
        var across = new (int First, int Second, float Part)[width];
        for (int x = 0; x < width; x++)
        {
            across[x] = Between(x, width, grid.Columns);
        }

        int[] best = new int[width];
        int above = -1, below = -1;
        for (int y = 0; y < height; y++)
        {
            var (first, second, part) = Between(y, height, grid.Rows);
            // Rows are stretched across only when the pixels reach the next one, and what was below is then above.
            if (first != above)
            {
                if (first == below)
                {
                    var freed = upper;
                    upper = lower;
                    lower = freed;
                }
                else
                {
                    StretchRow(logits, grid, first, across, upper);
                }

                StretchRow(logits, grid, second, across, lower);
                (above, below) = (first, second);
            }

            Best(upper, lower, part, width, grid.Groups, best);
            var row = labels.Slice(y * width, width);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = (byte)best[x];
            }
        }
    }

    static void StretchRow(ReadOnlySpan<float> logits, (int Groups, int Rows, int Columns) grid, int row,
        ReadOnlySpan<(int First, int Second, float Part)> across, Span<float> stretched)
    {
        for (int group = 0; group < grid.Groups; group++)
        {
            var values = logits.Slice((group * grid.Rows + row) * grid.Columns, grid.Columns);
            var target = stretched.Slice(group * across.Length, across.Length);
            for (int x = 0; x < target.Length; x++)
            {
                var (first, second, part) = across[x];
                float left = values[first], right = values[second];
                target[x] = left + part * (right - left);
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
