using System.Numerics;

namespace Drape.Colours;

/// <summary>
/// The mean of the square around each pixel, rows first, then columns; at the edge the last pixel repeats.
/// </summary>
static class BoxMean
{
    /// <summary>Means of the squares of 2 x radius + 1 pixels a side, in a new array.</summary>
    public static float[] Of(float[] values, int width, int height, int radius)
    {
        var means = new float[values.Length];
        Write(values, (width, height), radius, new float[values.Length], means);
        return means;
    }

    /// <summary>The same into a given array, with a spare one of the same length.</summary>
    public static void Write(float[] values, (int Width, int Height) size, int radius, float[] rows, float[] means)
    {
        var (width, height) = size;
        Array.Clear(rows);
        Array.Clear(means);
        var padded = new float[width + (2 * radius)];
        var scale = 1f / ((2 * radius) + 1);
        for (var y = 0; y < height; y++)
        {
            var row = values.AsSpan(y * width, width);
            padded.AsSpan(0, radius).Fill(row[0]);
            row.CopyTo(padded.AsSpan(radius));
            padded.AsSpan(radius + width).Fill(row[^1]);
            for (var d = 0; d <= 2 * radius; d++)
            {
                AddScaled(padded.AsSpan(d, width), scale, rows.AsSpan(y * width, width));
            }
        }

        for (var y = 0; y < height; y++)
        {
            for (var d = -radius; d <= radius; d++)
            {
                var row = Math.Clamp(y + d, 0, height - 1) * width;
                AddScaled(rows.AsSpan(row, width), scale, means.AsSpan(y * width, width));
            }
        }
    }

    static void AddScaled(ReadOnlySpan<float> from, float scale, Span<float> to)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= from.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(to[i..]) + (scale * new Vector<float>(from[i..]))).CopyTo(to[i..]);
        }

        for (; i < from.Length; i++)
        {
            to[i] += scale * from[i];
        }
    }
}
