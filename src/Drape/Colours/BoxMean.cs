namespace Drape.Colours;

/// <summary>The mean of the square around each pixel, by running sums; at the edge the last pixel repeats.</summary>
internal static class BoxMean
{
    /// <summary>Means of the squares of 2 x radius + 1 pixels a side.</summary>
    public static float[] Of(float[] values, int width, int height, int radius)
    {
        var rows = new float[values.Length];
        var scale = 1f / ((2 * radius) + 1);
        for (var y = 0; y < height; y++)
        {
            var row = values.AsSpan(y * width, width);
            var target = rows.AsSpan(y * width, width);
            for (var x = 0; x < width; x++)
            {
                var sum = 0f;
                for (var d = -radius; d <= radius; d++)
                {
                    sum += row[Math.Clamp(x + d, 0, width - 1)];
                }

                target[x] = sum * scale;
            }
        }

        var means = new float[values.Length];
        for (var y = 0; y < height; y++)
        {
            var target = means.AsSpan(y * width, width);
            for (var d = -radius; d <= radius; d++)
            {
                var row = rows.AsSpan(Math.Clamp(y + d, 0, height - 1) * width, width);
                for (var x = 0; x < width; x++)
                {
                    target[x] += row[x] * scale;
                }
            }
        }

        return means;
    }
}
