using System.Buffers;
using System.Numerics;

namespace Drape.Colours;

/// <summary>
/// A colour in OKLab (Björn Ottosson, 2020), where equal distances look about equally different.
/// </summary>
/// <param name="L">Lightness: 0 black to 1 white.</param>
/// <param name="A">Green (negative) to red (positive): about -0.24 to 0.28 within sRGB.</param>
/// <param name="B">Blue (negative) to yellow (positive): about -0.32 to 0.20 within sRGB.</param>
public readonly record struct OkLab(float L, float A, float B)
{
    static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Colourfulness: 0 gray to about 0.33 within sRGB.</summary>
    public float Chroma => MathF.Sqrt((A * A) + (B * B));

    /// <summary>The OKLab colour of an 8-bit sRGB pixel.</summary>
    /// <param name="r">Red, 0 to 255.</param>
    /// <param name="g">Green, 0 to 255.</param>
    /// <param name="b">Blue, 0 to 255.</param>
    /// <returns>The colour in OKLab.</returns>
    public static OkLab FromSrgb(byte r, byte g, byte b) =>
        FromLinear(SrgbLight.Of(r), SrgbLight.Of(g), SrgbLight.Of(b));

    /// <summary>The same of many pixels, several at a time; the last digit of a value may be another.</summary>
    /// <param name="pixels">Red, green, blue of each.</param>
    /// <param name="lights">Where to write L of each pixel.</param>
    /// <param name="reds">As long: A.</param>
    /// <param name="yellows">As long: B.</param>
    internal static void FromSrgb(ReadOnlySpan<byte> pixels, Span<float> lights, Span<float> reds, Span<float> yellows)
    {
        for (var i = 0; i < lights.Length; i++)
        {
            (lights[i], reds[i], yellows[i]) =
                (SrgbLight.Of(pixels[3 * i]), SrgbLight.Of(pixels[(3 * i) + 1]), SrgbLight.Of(pixels[(3 * i) + 2]));
        }

        var at = 0;
        for (; at <= lights.Length - Vector<float>.Count; at += Vector<float>.Count)
        {
            var (r, g, b) = (new Vector<float>(lights[at..]), new Vector<float>(reds[at..]), new Vector<float>(yellows[at..]));
            var l = Cbrt((0.4122214708f * r) + (0.5363325363f * g) + (0.0514459929f * b));
            var m = Cbrt((0.2119034982f * r) + (0.6806995451f * g) + (0.1073969566f * b));
            var s = Cbrt((0.0883024619f * r) + (0.2817188376f * g) + (0.6299787005f * b));
            ((0.2104542553f * l) + (0.7936177850f * m) - (0.0040720468f * s)).CopyTo(lights[at..]);
            ((1.9779984951f * l) - (2.4285922050f * m) + (0.4505937099f * s)).CopyTo(reds[at..]);
            ((0.0259040371f * l) + (0.7827717662f * m) - (0.8086757660f * s)).CopyTo(yellows[at..]);
        }

        for (; at < lights.Length; at++)
        {
            (lights[at], reds[at], yellows[at]) = FromLinear(lights[at], reds[at], yellows[at]);
        }
    }

    /// <summary>Reads a web colour.</summary>
    /// <param name="hex">Six hexadecimal digits, with or without the number sign: "#1f2a4d".</param>
    /// <returns>The colour in OKLab.</returns>
    /// <exception cref="FormatException">The text is not a web colour.</exception>
    public static OkLab FromHex(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        var digits = hex.AsSpan(hex.StartsWith('#') ? 1 : 0);
        if (digits.Length != 6 || digits.ContainsAnyExcept(HexDigits))
        {
            throw new FormatException($"'{hex}' is not a colour such as #1f2a4d.");
        }

        var rgb = Convert.FromHexString(digits);
        return FromSrgb(rgb[0], rgb[1], rgb[2]);
    }

    /// <summary>The nearest 8-bit sRGB pixel; what lies outside of sRGB is clipped channel by channel.</summary>
    /// <returns>Red, green and blue, each 0 to 255.</returns>
    public (byte R, byte G, byte B) ToSrgb()
    {
        var l = Cube(L + (0.3963377774f * A) + (0.2158037573f * B));
        var m = Cube(L - (0.1055613458f * A) - (0.0638541728f * B));
        var s = Cube(L - (0.0894841775f * A) - (1.2914855480f * B));
        return (
            SrgbLight.ToByte((4.0767416621f * l) - (3.3077115913f * m) + (0.2309699292f * s)),
            SrgbLight.ToByte((-1.2684380046f * l) + (2.6097574011f * m) - (0.3413193965f * s)),
            SrgbLight.ToByte((-0.0041960863f * l) - (0.7034186147f * m) + (1.7076147010f * s)));
    }

    /// <summary>The nearest web colour.</summary>
    /// <returns>A number sign and six lower-case hexadecimal digits: "#1f2a4d".</returns>
    public string ToHex()
    {
        var (r, g, b) = ToSrgb();
        return $"#{r:x2}{g:x2}{b:x2}";
    }

    /// <summary>How different two colours look: the straight distance in OKLab.</summary>
    /// <param name="other">The colour to compare with.</param>
    /// <returns>0 for equal colours; about 0.02 is just noticeable; black to white is 1.</returns>
    public float Distance(OkLab other)
    {
        var (l, a, b) = (L - other.L, A - other.A, B - other.B);
        return MathF.Sqrt((l * l) + (a * a) + (b * b));
    }

    /// <summary>The OKLab colour of linear light.</summary>
    /// <param name="r">Linear red, 0 to 1.</param>
    /// <param name="g">Linear green, 0 to 1.</param>
    /// <param name="b">Linear blue, 0 to 1.</param>
    /// <returns>The colour in OKLab.</returns>
    internal static OkLab FromLinear(float r, float g, float b)
    {
        var l = MathF.Cbrt((0.4122214708f * r) + (0.5363325363f * g) + (0.0514459929f * b));
        var m = MathF.Cbrt((0.2119034982f * r) + (0.6806995451f * g) + (0.1073969566f * b));
        var s = MathF.Cbrt((0.0883024619f * r) + (0.2817188376f * g) + (0.6299787005f * b));
        return new OkLab(
            (0.2104542553f * l) + (0.7936177850f * m) - (0.0040720468f * s),
            (1.9779984951f * l) - (2.4285922050f * m) + (0.4505937099f * s),
            (0.0259040371f * l) + (0.7827717662f * m) - (0.8086757660f * s));
    }

    /// <summary>
    /// Cube roots of 0 to 1: a third of the exponent as a guess, as in Kahan's "Computing a Real Cube Root" (1991), then Halley's
    /// method twice, each time three times as many digits.
    /// </summary>
    static Vector<float> Cbrt(Vector<float> value)
    {
        var light = value + new Vector<float>(1e-18f); // whose root is a millionth: black stays clear of the slow smallest numbers
        var thirds = Vector.ConvertToInt32(Vector.ConvertToSingle(light.As<float, int>()) * (1 / 3f));
        var root = (thirds + new Vector<int>(0x2a514067)).As<int, float>();
        for (var i = 0; i < 2; i++)
        {
            var cube = root * root * root;
            root *= (cube + light + light) / (cube + cube + light);
        }

        return root;
    }

    static float Cube(float value) => value * value * value;
}
