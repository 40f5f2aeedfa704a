using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Photography;

namespace Drape.Drawing.Grounds;

/// <summary>A carpet with short or shaggy pile that lies in drifts.</summary>
internal sealed class Carpet : IGround
{
    private static readonly int[] Wools = [0xBDB2A2, 0x9A9188, 0xCFC4B4, 0x8D7B68, 0xA9A7A4];
    private readonly Noise noise;
    private readonly Vector3 wool;
    private readonly float tuft;

    public Carpet(Dice dice)
    {
        noise = new Noise(dice);
        wool = LinearColour.FromHex(Wools[(int)(dice.Unit() * Wools.Length)]);
        tuft = dice.Between(0.5f, 1f);
    }

    public float Gloss => 0;

    public (Vector3 Colour, float Height) At(Vector2 p, float softness)
    {
        var size = MathF.Max(tuft, softness * 2.4f);
        var drift = p + 1.6f * new Vector2(noise.At(p / 5f), noise.At(p / 5f + new Vector2(20, 50)));
        var pile = noise.At(drift / size);
        var strand = noise.At(drift.X / size * 2.7f, drift.Y / size * 1.6f);
        var lay = noise.Octaves(p / 15f, 3);
        var fibre = noise.At(p * MathF.Min(5.5f, 0.45f / softness));
        var tone = 1 + 0.2f * pile + 0.2f * strand + 0.16f * lay + 0.2f * fibre;
        return (wool * tone, size * (0.1f * pile + 0.06f * strand + 0.03f * fibre));
    }
}
