using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Photography;

namespace Drape.Drawing.Grounds;

/// <summary>A plain painted wall with roller texture.</summary>
internal sealed class PaintedWall : IGround
{
    private static readonly int[] Paints = [0xD8D2C8, 0xC9CDD0, 0xDCCFB8, 0xE6E3DD, 0xB9C2C0];
    private readonly Noise noise;
    private readonly Vector3 paint;

    public PaintedWall(Dice dice)
    {
        noise = new Noise(dice);
        paint = LinearColour.FromHex(Paints[(int)(dice.Unit() * Paints.Length)]);
    }

    public float Gloss => 0;

    public (Vector3 Colour, float Height) At(Vector2 p, float softness)
    {
        var nap = noise.Octaves(p * MathF.Min(2.6f, 0.3f / softness), 2);
        return (paint * (1 + 0.03f * noise.At(p / 25f)), 0.018f * nap + 0.25f * noise.At(p / 60f));
    }
}
