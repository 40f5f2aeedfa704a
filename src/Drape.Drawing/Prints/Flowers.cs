using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Prints;

/// <summary>Flowers with five or six petals and leaves beside them, scattered on a jittered grid.</summary>
internal sealed class Flowers(Vector3 ground, Vector3 petal, Dice dice) : IPrint
{
    private static readonly Vector3 Heart = new(0.75f, 0.45f, 0.06f);
    private readonly Noise noise = new(dice);
    private readonly float spacing = dice.Between(5.2f, 7f);
    private readonly Vector3 leaf = Vector3.Lerp(new Vector3(0.05f, 0.16f, 0.06f), ground, 0.12f);
    private readonly Vector3 second = Vector3.Lerp(petal, new Vector3(0.78f, 0.5f, 0.45f), 0.55f);

    public Vector3 At(Vector2 p, float softness)
    {
        var colour = Layer(ground, p * 1.9f + new Vector2(37, 19), softness * 1.9f, 40, 0.62f);
        return Layer(colour, p, softness, 0, 1f);
    }

    private Vector3 Layer(Vector3 colour, Vector2 p, float softness, int salt, float strength)
    {
        var column = (int)MathF.Floor(p.X / spacing);
        var row = (int)MathF.Floor(p.Y / spacing);
        for (var y = row - 1; y <= row + 1; y++)
        {
            for (var x = column - 1; x <= column + 1; x++)
            {
                colour = Plant(colour, p, softness, x, y, salt, strength);
            }
        }

        return colour;
    }

    private Vector3 Plant(Vector3 colour, Vector2 p, float softness, int x, int y, int salt, float strength)
    {
        var jitter = new Vector2(noise.Cell(x, y, salt), noise.Cell(x, y, salt + 1)) * 0.7f;
        var offset = p - (new Vector2(x, y) + new Vector2(0.15f) + jitter) * spacing;
        var size = spacing * (0.26f + 0.16f * noise.Cell(x, y, salt + 2));
        var distance = offset.Length();
        if (distance > size * 1.75f)
        {
            return colour;
        }

        var turn = noise.Cell(x, y, salt + 3) * MathF.Tau;
        var angle = MathF.Atan2(offset.Y, offset.X) + turn;
        var leaves = size * (0.5f + 1.2f * MathF.Pow(MathF.Max(0, MathF.Cos(angle * 1.5f)), 6));
        var vein = 1 - 0.3f * Blend.Bell(MathF.Sin(angle * 0.75f), 0.04f);
        colour = Vector3.Lerp(colour, leaf * vein, Blend.Inside(distance - leaves, softness) * strength);

        var count = noise.Cell(x, y, salt + 4) < 0.5f ? 5 : 6;
        var lobe = MathF.Abs(MathF.Cos(angle * count / 2f));
        var reach = size * (0.55f + 0.45f * MathF.Sqrt(lobe));
        var tone = noise.Cell(x, y, salt + 5);
        var shaded = Vector3.Lerp(petal, second, tone) * (0.72f + 0.4f * distance / size) * (0.8f + 0.2f * lobe);
        colour = Vector3.Lerp(colour, shaded, Blend.Inside(distance - reach, softness) * strength);
        return Vector3.Lerp(colour, Heart, Blend.Inside(distance - size * 0.2f, softness) * strength);
    }
}
