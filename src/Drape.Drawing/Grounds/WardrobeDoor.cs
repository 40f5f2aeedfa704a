using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Geometry;
using Drape.Drawing.Photography;

namespace Drape.Drawing.Grounds;

/// <summary>Two wardrobe doors with a gap between, framed panels and a bar handle.</summary>
internal sealed class WardrobeDoor : IGround
{
    private static readonly int[] Fronts = [0xE4E0D8, 0xB98D62, 0xD2C2A8, 0x7C5A40];
    private static readonly Vector3 Metal = new(0.42f, 0.42f, 0.43f);
    private readonly Noise noise;
    private readonly Vector3 front;
    private readonly bool wooden;
    private readonly float gap;
    private readonly float frame;

    public WardrobeDoor(Dice dice)
    {
        noise = new Noise(dice);
        var pick = (int)(dice.Unit() * Fronts.Length);
        front = LinearColour.FromHex(Fronts[pick]);
        wooden = pick != 0;
        gap = dice.Between(24, 32) * (dice.Chance(0.5f) ? 1 : -1);
        frame = dice.Between(7, 10);
    }

    public float Gloss => 0.02f;

    public (Vector3 Colour, float Height) At(Vector2 p, float softness)
    {
        var fromGap = MathF.Abs(p.X - gap);
        var intoPanel = fromGap - frame;
        var grain = wooden
            ? 0.07f * noise.At(p.X * 3.1f, p.Y / 5f) + 0.05f * MathF.Sin(9 * noise.At(p.X / 7f, p.Y / 45f))
            : 0.01f * noise.At(p * 2);
        var colour = front * (1 + grain);
        colour *= 1 - 0.85f * Blend.Inside(fromGap - 0.2f, MathF.Max(0.15f, softness));
        colour *= 1 - 0.25f * Blend.Bell(intoPanel, 0.35f);

        var handle = new Vector2(p.X - gap - MathF.CopySign(4, -gap), p.Y - 8);
        var bar = MathF.Max(MathF.Abs(handle.X) - 0.6f, MathF.Abs(handle.Y) - 7);
        var onBar = Blend.Inside(bar, softness * 1.5f);
        colour *= 1 - 0.35f * Blend.Bell(MathF.Max(0, bar), 0.9f);
        colour = Vector3.Lerp(colour, Metal, onBar);
        var height = -0.5f * Blend.Step(-0.3f, 0.5f, intoPanel) + 0.3f * Blend.Step(0.1f, 0.6f, fromGap);
        return (colour, height + onBar * 0.5f * (1 - handle.X * handle.X));
    }
}
