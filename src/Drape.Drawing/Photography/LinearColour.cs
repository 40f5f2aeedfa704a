using System.Numerics;

namespace Drape.Drawing.Photography;

/// <summary>Colour as light: red, green and blue in linear sRGB, 1 being full white.</summary>
internal static class LinearColour
{
    /// <summary>The light of a colour written as 0xRRGGBB.</summary>
    public static Vector3 FromHex(int hex) => new(
        Decode(((hex >> 16) & 255) / 255f),
        Decode(((hex >> 8) & 255) / 255f),
        Decode((hex & 255) / 255f));

    /// <summary>From light to the sRGB scale, both 0 to 1.</summary>
    public static float Encode(float light) => light <= 0.0031308f
        ? 12.92f * light
        : 1.055f * MathF.Pow(light, 1 / 2.4f) - 0.055f;

    public static float Brightness(Vector3 light) => Vector3.Dot(light, new Vector3(0.2126f, 0.7152f, 0.0722f));

    /// <summary>The same hue, paler towards white.</summary>
    public static Vector3 Paler(Vector3 light, float share) => Vector3.Lerp(light, new Vector3(0.85f), share);

    /// <summary>No cloth is darker than the lint on it nor whiter than paper.</summary>
    public static Vector3 AsCloth(Vector3 light) => Vector3.Clamp(light, new Vector3(0.012f), new Vector3(0.86f));

    private static float Decode(float value) => value <= 0.04045f
        ? value / 12.92f
        : MathF.Pow((value + 0.055f) / 1.055f, 2.4f);
}
