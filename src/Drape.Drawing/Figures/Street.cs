using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Geometry;
using Drape.Drawing.Grounds;
using Drape.Drawing.Photography;

namespace Drape.Drawing.Figures;

/// <summary>A wall or a park some metres behind somebody, out of focus, and the pavement before it. What is out of
/// focus is drawn with edges as soft as the blur.</summary>
internal sealed class Street : IGround
{
    private const float Blur = 7;
    private static readonly int[] Plasters = [0xCFC6B8, 0xC9B9A2, 0xB9BEC0, 0xD3BFA8, 0xBFC4B4, 0xC8B4AC];
    private static readonly int[] Doors = [0x4F5F63, 0x5B4A3E, 0x46545A, 0x6B5A48, 0x566052];
    private readonly StreetKind kind;
    private readonly float horizon;
    private readonly Noise noise;
    private readonly Vector3 wall;
    private readonly Vector3 door;
    private readonly float shift;

    /// <param name="kind">What is there.</param>
    /// <param name="soles">The level of the soles, in centimetres below the middle of the picture.</param>
    /// <param name="dice">Decides colours and places.</param>
    public Street(StreetKind kind, float soles, Dice dice)
    {
        this.kind = kind;
        horizon = soles - dice.Between(24, 32);
        noise = new Noise(dice);
        wall = LinearColour.FromHex(Plasters[(int)(dice.Unit() * Plasters.Length)]) * 0.92f;
        door = LinearColour.FromHex(Doors[(int)(dice.Unit() * Doors.Length)]);
        shift = dice.Around(18);
    }

    public float Gloss => 0;

    public (Vector3 Colour, float Height) At(Vector2 p, float softness)
    {
        var behind = kind switch
        {
            StreetKind.Plaster => Plaster(p),
            StreetKind.Brick => Brick(p),
            StreetKind.Shops => Shops(p),
            _ => Park(p),
        };
        var near = Blend.Step(horizon - 4, horizon + 4, p.Y);
        return (Vector3.Lerp(behind, Pavement(p), near), 0);
    }

    /// <summary>1 inside a rectangle that is out of focus.</summary>
    private static float Box(Vector2 p, Vector2 centre, Vector2 half)
    {
        var d = Vector2.Abs(p - centre) - half;
        return Blend.Step(Blur, -Blur, d.X) * Blend.Step(Blur, -Blur, d.Y);
    }

    private Vector3 Plaster(Vector2 p)
    {
        var colour = wall * (1 + 0.06f * noise.Octaves(p / 40, 2));
        colour *= 1 - 0.25f * Blend.Step(horizon - 32, horizon - 22, p.Y);
        foreach (var (x, y) in new[] { (-66f, -62f), (60f, -62f) })
        {
            var centre = new Vector2(x + shift, y);
            colour = Vector3.Lerp(colour, wall * 1.18f, Box(p, centre, new Vector2(28, 46)));
            var glass = Vector3.Lerp(new Vector3(0.16f, 0.2f, 0.24f), new Vector3(0.5f, 0.56f, 0.6f),
                Blend.Step(-0.3f, 0.6f, noise.At(p / 50 + new Vector2(3, 9))));
            colour = Vector3.Lerp(colour, glass, Box(p, centre, new Vector2(20, 38)));
        }

        return colour;
    }

    private Vector3 Brick(Vector2 p)
    {
        var row = MathF.Floor(p.Y / 8);
        var column = MathF.Floor((p.X + (((int)row & 1) == 0 ? 0 : 11)) / 22);
        var clay = new Vector3(0.3f, 0.13f, 0.085f) * (0.9f + 0.16f * noise.Cell((int)column, (int)row) + 0.14f * noise.At(p / 26));
        var joint = 0.2f * (1 + MathF.Cos(p.Y / 8 * MathF.Tau));
        var colour = Vector3.Lerp(clay, new Vector3(0.4f, 0.35f, 0.3f), joint * 0.5f);
        var centre = new Vector2(70 + shift, horizon - 75);
        colour = Vector3.Lerp(colour, new Vector3(0.5f, 0.46f, 0.4f), Box(p, centre, new Vector2(34, 90)));
        return Vector3.Lerp(colour, door * (0.9f + 0.1f * noise.At(p / 20)), Box(p, centre + new Vector2(0, 6), new Vector2(26, 86)));
    }

    private Vector3 Shops(Vector2 p)
    {
        var colour = door * (0.75f + 0.08f * noise.At(p / 30));
        colour = Vector3.Lerp(colour, wall * 0.85f, Blend.Step(-78, -92, p.Y));
        foreach (var x in new[] { -74f, 0, 74 })
        {
            var centre = new Vector2(x + shift, horizon - 62);
            var warm = new Vector3(0.82f, 0.66f, 0.44f) * (0.62f + 0.3f * noise.At(p / 32 + new Vector2(x, 0)));
            colour = Vector3.Lerp(colour, warm, Box(p, centre, new Vector2(30, 44)));
        }

        for (var i = 0; i < 14; i++)
        {
            var lamp = new Vector2((noise.Cell(i, 1) - 0.5f) * 190, horizon - 110 + noise.Cell(i, 2) * 78);
            var size = 5 + 4 * noise.Cell(i, 3);
            colour = Vector3.Lerp(colour, new Vector3(1, 0.84f, 0.6f), 0.4f * Blend.Inside((p - lamp).Length() - size, 3));
        }

        return colour;
    }

    private Vector3 Park(Vector2 p)
    {
        var leaves = noise.Octaves(p / 34, 3);
        var deep = new Vector3(0.05f, 0.1f, 0.04f);
        var light = new Vector3(0.3f, 0.42f, 0.16f);
        var colour = Vector3.Lerp(deep, light, Math.Clamp(0.42f + 0.6f * leaves, 0, 1));
        var sky = Blend.Step(-40, -105, p.Y + 26 * noise.At(p / 45 + new Vector2(40, 2)));
        colour = Vector3.Lerp(colour, new Vector3(0.72f, 0.8f, 0.84f), 0.8f * sky);
        for (var i = 0; i < 16; i++)
        {
            var glint = new Vector2((noise.Cell(i, 1) - 0.5f) * 190, -90 + noise.Cell(i, 2) * 130);
            colour = Vector3.Lerp(colour, new Vector3(0.75f, 0.85f, 0.5f),
                0.25f * Blend.Inside((p - glint).Length() - 4 - 4 * noise.Cell(i, 3), 3));
        }

        return Vector3.Lerp(colour, deep * 1.5f, 0.6f * Blend.Step(horizon - 22, horizon - 4, p.Y));
    }

    private Vector3 Pavement(Vector2 p)
    {
        // Slabs run together towards the wall; the nearer, the sharper.
        var near = MathF.Max(0.5f, p.Y - horizon + 14);
        var depth = 260 / near;
        var across = p.X / near * 30;
        var blur = Blend.Step(30, 0, p.Y - horizon);
        var joint = Joint(depth / 2.2f, 0.02f + 0.12f * blur) + Joint(across / 34 + 0.3f, 0.02f + 0.05f * blur);
        var stone = kind == StreetKind.Park ? new Vector3(0.46f, 0.42f, 0.35f) : new Vector3(0.4f, 0.39f, 0.37f);
        var fine = noise.At(p * 0.9f) * (1 - blur);
        stone *= 1 + 0.07f * noise.Octaves(new Vector2(p.X / 22, p.Y / 7), 2) + 0.04f * fine;
        return stone * (1 - 0.22f * (1 - 0.6f * blur) * MathF.Min(1, joint));
    }

    private static float Joint(float place, float width) => Blend.Bell(place - MathF.Round(place), width);
}
