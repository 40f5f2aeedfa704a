namespace Drape.Colours;

/// <summary>
/// The cells of the colour histogram in OKLab: finer near the neutral colours, where most clothes and floors lie.
/// </summary>
static class ColourGrid
{
    /// <summary>Steps of lightness.</summary>
    public const int Lights = 24;

    /// <summary>Steps of each of the two colour axes.</summary>
    public const int Hues = 20;

    /// <summary>Number of cells.</summary>
    public const int Count = Lights * Hues * Hues;

    // An axis value v is bent to v / (|v| + Knee), which tells grays apart four times as finely as vivid colours.
    const float Knee = 0.08f;
    const float Reach = 0.8f;

    /// <summary>The cell of a colour.</summary>
    public static int Cell(OkLab colour)
    {
        var light = Math.Clamp((int)(colour.L * Lights), 0, Lights - 1);
        return (((light * Hues) + Step(colour.A)) * Hues) + Step(colour.B);
    }

    /// <summary>Blurs a histogram by 1-2-1 along each axis, so that near colours speak for one another.</summary>
    /// <param name="histogram">Changed in place; <see cref="Count"/> values.</param>
    /// <param name="spare">As long; its content is lost.</param>
    public static void Smooth(float[] histogram, float[] spare)
    {
        SmoothAxis(histogram, spare, Hues * Hues, Lights);
        SmoothAxis(spare, histogram, Hues, Hues);
        SmoothAxis(histogram, spare, 1, Hues);
        spare.AsSpan(0, Count).CopyTo(histogram);
    }

    static int Step(float value)
    {
        var bent = value / (MathF.Abs(value) + Knee);
        return Math.Clamp((int)(((bent / Reach) + 1) * (0.5f * Hues)), 0, Hues - 1);
    }

    static void SmoothAxis(float[] from, float[] to, int stride, int length)
    {
        for (var block = 0; block < Count; block += stride * length)
        {
            for (var k = 0; k < length; k++)
            {
                var row = block + (k * stride);
                var before = from.AsSpan(k == 0 ? row : row - stride, stride);
                var here = from.AsSpan(row, stride);
                var after = from.AsSpan(k == length - 1 ? row : row + stride, stride);
                var target = to.AsSpan(row, stride);
                for (var i = 0; i < target.Length; i++)
                {
                    target[i] = (0.25f * (before[i] + after[i])) + (0.5f * here[i]);
                }
            }
        }
    }
}
