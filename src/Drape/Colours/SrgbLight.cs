namespace Drape.Colours;

/// <summary>The sRGB transfer curve (IEC 61966-2-1): bytes to linear light by a table, and back.</summary>
static class SrgbLight
{
    static readonly float[] Linear = [.. Enumerable.Range(0, 256).Select(value => Decode(value / 255.0))];

    /// <summary>Linear light, 0 to 1, of an 8-bit sRGB value.</summary>
    public static float Of(byte value) => Linear[value];

    /// <summary>The nearest 8-bit sRGB value of linear light; below 0 and above 1 are clipped.</summary>
    public static byte ToByte(float linear)
    {
        var light = Math.Clamp(linear, 0f, 1f);
        var encoded = light <= 0.0031308f ? 12.92f * light : (1.055f * MathF.Pow(light, 1 / 2.4f)) - 0.055f;
        return (byte)MathF.Round(Math.Clamp(encoded, 0f, 1f) * 255f);
    }

    static float Decode(double value) =>
        (float)(value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4));
}
