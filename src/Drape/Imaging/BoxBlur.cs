using System.Numerics.Tensors;

namespace Drape.Imaging;

/// <summary>
/// The mean of the square around each pixel, by running sums: the time does not grow with the radius. Beyond the edge the
/// last pixel repeats.
/// </summary>
static class BoxBlur
{
    /// <summary>Writes the means.</summary>
    /// <param name="values">The picture.</param>
    /// <param name="plane">Its size.</param>
    /// <param name="radius">Pixels that the square reaches to each side.</param>
    /// <param name="means">Gets them; another memory than the picture's.</param>
    public static void Blur(ReadOnlySpan<float> values, Plane plane, int radius, Span<float> means)
    {
        using var rows = new Rented<float>(plane.Count);
        for (int y = 0; y < plane.Height; y++)
        {
            Across(plane.Row(values, y), radius, plane.Row(rows.Span, y));
        }

        Down(rows.Span, plane, radius, means);
    }

    static void Across(ReadOnlySpan<float> row, int radius, Span<float> means)
    {
        int last = row.Length - 1;
        double sum = (radius + 1) * (double)row[0];
        for (int x = 1; x <= radius; x++)
        {
            sum += row[Math.Min(x, last)];
        }

        double share = 1.0 / ((2 * radius) + 1);
        for (int x = 0; x <= last; x++)
        {
            means[x] = (float)(sum * share);
            sum += row[Math.Min(x + radius + 1, last)] - row[Math.Max(x - radius, 0)];
        }
    }

    static void Down(ReadOnlySpan<float> rows, Plane plane, int radius, Span<float> means)
    {
        using var kept = new Rented<float>(plane.Width);
        var sum = kept.Span;
        int last = plane.Height - 1;
        TensorPrimitives.Multiply(plane.Row(rows, 0), radius + 1, sum);
        for (int y = 1; y <= radius; y++)
        {
            TensorPrimitives.Add<float>(sum, plane.Row(rows, Math.Min(y, last)), sum);
        }

        float share = 1f / ((2 * radius) + 1);
        for (int y = 0; y <= last; y++)
        {
            TensorPrimitives.Multiply(sum, share, plane.Row(means, y));
            TensorPrimitives.Add<float>(sum, plane.Row(rows, Math.Min(y + radius + 1, last)), sum);
            TensorPrimitives.Subtract<float>(sum, plane.Row(rows, Math.Max(y - radius, 0)), sum);
        }
    }
}
