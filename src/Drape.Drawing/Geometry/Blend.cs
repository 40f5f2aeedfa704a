namespace Drape.Drawing.Geometry;

/// <summary>The soft steps that edges, bands and fades are made of.</summary>
internal static class Blend
{
    /// <summary>0 below <paramref name="low"/>, 1 above <paramref name="high"/>, smooth between.</summary>
    public static float Step(float low, float high, float value)
    {
        var t = Math.Clamp((value - low) / (high - low), 0f, 1f);
        return t * t * (3 - 2 * t);
    }

    /// <summary>1 inside an edge at distance 0 (negative is inside), with an edge <paramref name="width"/>
    /// wide.</summary>
    public static float Inside(float distance, float width) =>
        Math.Clamp(0.5f - distance / width, 0f, 1f);

    /// <summary>A bell: 1 at zero, near nothing beyond two widths.</summary>
    public static float Bell(float distance, float width)
    {
        var r = distance / width;
        return MathF.Exp(-r * r);
    }

    public static float Mix(float a, float b, float t) => a + (b - a) * t;
}
