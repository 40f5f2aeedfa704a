using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Geometry;
using Drape.Drawing.Photography;

namespace Drape.Drawing.Grounds;

/// <summary>Laminate or parquet: staggered planks, each with its own tone and grain.</summary>
internal sealed class WoodenFloor : IGround
{
    private static readonly int[] Woods = [0xC49A6C, 0xA8744A, 0xD8BC94, 0x8A5A3A, 0xB58B64];
    private readonly Noise noise;
    private readonly Vector3 wood;
    private readonly float plankWidth;
    private readonly float plankLength;
    private readonly float strips;
    private readonly Vector2 origin;
    private readonly Matrix3x2 turn;

    public WoodenFloor(Dice dice)
    {
        noise = new Noise(dice);
        wood = LinearColour.FromHex(Woods[(int)(dice.Unit() * Woods.Length)]);
        plankWidth = dice.Between(12, 19);
        plankLength = dice.Between(90, 130);
        strips = dice.Chance(0.45f) ? 3 : 1;
        origin = new Vector2(dice.Around(40), dice.Around(40));
        turn = Matrix3x2.CreateRotation((dice.Chance(0.5f) ? MathF.PI / 2 : 0) + dice.Around(0.12f));
    }

    public float Gloss => 0.035f;

    public (Vector3 Colour, float Height) At(Vector2 p, float softness)
    {
        var q = Vector2.Transform(p, turn) + origin;
        var row = MathF.Floor(q.Y / plankWidth);
        var acrossPlank = q.Y - row * plankWidth;
        var stripWidth = plankWidth / strips;
        var strip = MathF.Floor(acrossPlank / stripWidth);
        var length = strips > 1 ? plankLength / 3.2f : plankLength;
        var line = row * strips + strip;
        var start = noise.Cell((int)line, 3) * length;
        var piece = MathF.Floor((q.X + start) / length);
        var along = q.X + start - piece * length;

        var across = acrossPlank - strip * stripWidth;
        var seam = MathF.Min(MathF.Min(across, stripWidth - across), MathF.Min(along, length - along));
        var bevel = MathF.Min(acrossPlank, plankWidth - acrossPlank);

        var tone = noise.Cell((int)line, (int)piece, 5);
        var grain = GrainOf(q + new Vector2(tone * 310, tone * 170));
        var colour = wood * (0.78f + 0.4f * tone) * (1 + grain);
        colour *= Vector3.Lerp(Vector3.One, new Vector3(1.06f, 0.98f, 0.88f), noise.Cell((int)line, (int)piece, 8));
        colour *= 1 - 0.35f * Blend.Bell(seam, MathF.Max(0.07f, softness * 0.7f));
        colour *= 1 - 0.45f * Blend.Bell(bevel, MathF.Max(0.12f, softness * 0.8f));
        return (colour, 0.05f * Blend.Step(0, 0.25f, bevel) + 0.006f * grain);
    }

    private float GrainOf(Vector2 q)
    {
        // Year rings cut lengthwise: long ovals, pulled out along the plank, with pores as short dark dashes.
        var warp = noise.At(q.X / 34, q.Y / 5.5f) * 2.6f + noise.At(q.X / 9, q.Y / 1.6f) * 0.25f;
        var rings = MathF.Sin((warp + q.Y / 7f) * 9f);
        var fibre = noise.At(q.X / 3.2f, q.Y * 3.4f) + 0.6f * noise.At(q.X / 1.5f, q.Y * 7);
        var pore = Blend.Step(0.35f, 0.75f, noise.At(q.X / 1.8f, q.Y * 5.2f + 40));
        return 0.08f * rings * MathF.Abs(rings) + 0.09f * fibre - 0.16f * pore + 0.1f * noise.At(q / 14f);
    }
}
