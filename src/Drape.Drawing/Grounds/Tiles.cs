using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Geometry;
using Drape.Drawing.Photography;

namespace Drape.Drawing.Grounds;

/// <summary>Square ceramic tiles with a marbled glaze and grey joints.</summary>
internal sealed class Tiles : IGround
{
    private static readonly int[] Glazes = [0xD9CFBF, 0xC8C4BC, 0xB9A68C, 0xE2DED6];
    private readonly Noise noise;
    private readonly Vector3 glaze;
    private readonly Vector3 joint;
    private readonly float side;
    private readonly Vector2 origin;
    private readonly Matrix3x2 turn;

    public Tiles(Dice dice)
    {
        noise = new Noise(dice);
        glaze = LinearColour.FromHex(Glazes[(int)(dice.Unit() * Glazes.Length)]);
        joint = glaze * 0.45f;
        side = dice.Between(30, 42);
        origin = new Vector2(dice.Around(30), dice.Around(30));
        turn = Matrix3x2.CreateRotation(dice.Around(0.2f));
    }

    public float Gloss => 0.05f;

    public (Vector3 Colour, float Height) At(Vector2 p, float softness)
    {
        var q = (Vector2.Transform(p, turn) + origin) / side;
        var column = MathF.Floor(q.X);
        var row = MathF.Floor(q.Y);
        var place = new Vector2(q.X - column, q.Y - row);
        var inward = (new Vector2(0.5f) - Vector2.Abs(place - new Vector2(0.5f))) * side;
        var edge = MathF.Min(inward.X, inward.Y);

        var tone = noise.Cell((int)column, (int)row);
        var marble = place * side + new Vector2(tone * 200, tone * 90);
        var cloud = noise.Octaves(marble / 9f, 4);
        var vein = Blend.Bell(noise.Octaves(marble / 16f + new Vector2(7, 3), 4), 0.05f);
        var colour = glaze * (0.95f + 0.08f * tone + 0.09f * cloud - 0.13f * vein);
        var inJoint = Blend.Inside(edge - 0.22f, softness);
        colour = Vector3.Lerp(colour, joint * (1 + 0.2f * noise.At(p * 3)), inJoint);
        return (colour, 0.12f * Blend.Step(0.15f, 0.45f, edge) + 0.02f * noise.At(p / 20f));
    }
}
