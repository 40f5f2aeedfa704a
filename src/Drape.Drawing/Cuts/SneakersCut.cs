using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Cuts;

/// <summary>A pair of laced sneakers side by side, toes towards the camera, seen from a standing eye.</summary>
internal static class SneakersCut
{
    private static readonly Vector3 Rubber = new(0.72f, 0.71f, 0.68f);

    public static Garment Cut(Palette palette, Dice dice)
    {
        List<Panel> front = [];
        foreach (var side in new[] { -1, 1 })
        {
            var turn = Matrix3x2.CreateRotation(side * -dice.Between(0.02f, 0.14f));
            var shift = new Vector2(side * dice.Between(6.4f, 7.4f), dice.Around(0.8f));
            foreach (var part in Shoe(palette, side, dice))
            {
                front.Add(Moved(part, turn, shift));
            }
        }

        return new Garment([], front) { Hanging = Hanging.Never, Bulge = 1.6f, BulgeWidth = 2.2f };
    }

    private static Panel Moved(Panel panel, Matrix3x2 turn, Vector2 shift) => panel with
    {
        Outline = Move(panel.Outline, turn, shift),
        Strokes = [.. panel.Strokes.Select(stroke => stroke with { Points = Move(stroke.Points, turn, shift) })],
        Origin = panel.Origin + shift,
    };

    private static Vector2[] Move(Vector2[] line, Matrix3x2 turn, Vector2 shift) =>
        [.. line.Select(p => Vector2.Transform(Slanted(p), turn) + shift)];

    /// <summary>Seen at a slant, a shoe is shorter, and its toe nearer and so larger than its heel.</summary>
    private static Vector2 Slanted(Vector2 p) => new(p.X * (1 + 0.006f * p.Y), p.Y * 0.8f);

    /// <summary>One shoe; the big toe is on the side of the other shoe.</summary>
    private static IEnumerable<Panel> Shoe(Palette palette, int side, Dice dice)
    {
        var mesh = palette.Printed(Weave.Mesh, new Vector2(0, 9), 2.5f);
        var leather = new Material(Vector3.Lerp(palette.Main, palette.Second, 0.18f), Weave.Shell) { Gloss = 0.1f };
        var rubber = new Material(Rubber, Weave.Moulded) { Gloss = 0.08f };
        yield return Tread(side, rubber);
        yield return new Panel(Foot(side, 0.55f), rubber) { Edge = 0.5f, EdgeWidth = 0.7f, Lift = 0.2f, Shadow = 0.3f };
        yield return new Panel(Foot(side, 0), mesh)
        {
            Edge = 2.4f,
            EdgeWidth = 2.6f,
            Lift = 0.35f,
            Shadow = 0.6f,
            Folds = new FoldStyle(1.5f, 4, 1.5f, 0.14f, 0.05f),
        };
        yield return ToeCap(side, leather, palette);
        foreach (var part in Opening(palette))
        {
            yield return part;
        }

        foreach (var part in Lacing(side, leather, palette, dice))
        {
            yield return part;
        }
    }

    private static Vector2[] Foot(int side, float rim) => new Curve()
        .Through(0, -14 - rim).Through(2.9f + rim, -12.6f).Through(3.7f + rim, -7.5f).Through(3.9f + rim, 0)
        .Through(5 + rim, 7).Through(4.3f + rim, 11.8f + rim * 0.5f).Through(1, 14.6f + rim)
        .Through(-2.2f, 14 + rim).Through(-4.3f - rim, 10.6f + rim * 0.5f).Through(-4.5f - rim, 6)
        .Through(-3.4f - rim, -1).Through(-3.6f - rim, -8).Through(-2.9f - rim, -12.6f)
        .OnSide(side).Closed();

    /// <summary>The wall of the sole below the toe, with its groove and its darker tread.</summary>
    private static Panel Tread(int side, Material rubber)
    {
        var wall = Foot(side, 0.7f).Select(p => p + new Vector2(0, 2.6f)).ToArray();
        var groove = Foot(side, 0.62f).Select(p => p + new Vector2(0, 1.7f)).ToArray();
        var bottom = Foot(side, 0.6f).Select(p => p + new Vector2(0, 2.5f)).ToArray();
        return new Panel(wall, rubber with { Colour = rubber.Colour * 0.8f })
        {
            Edge = 0.5f,
            EdgeWidth = 0.6f,
            Lift = 0.9f,
            Strokes = [Stroke.Seam(groove, 0.2f), Stroke.Line(bottom, 0.5f, rubber.Colour * 0.3f)],
        };
    }

    private static Panel ToeCap(int side, Material leather, Palette palette)
    {
        var outline = new Curve()
            .Through(4.8f, 8.4f).Through(4, 11.6f).Through(1, 14.2f).Through(-2.1f, 13.6f).Through(-4, 10.4f)
            .Corner(-4.3f, 8)
            .Through(-1.6f, 10).Through(1.4f, 10.4f).OnSide(side).Closed();
        var edge = new Curve()
            .Through(-4.2f, 8.5f).Through(-1.6f, 10.5f).Through(1.4f, 10.9f).Through(4.6f, 8.9f).OnSide(side).Open();
        return new Panel(outline, leather)
        {
            Lift = 0.12f,
            Shadow = 0.45f,
            Edge = 0.6f,
            EdgeWidth = 1.4f,
            Strokes = [Stroke.Stitches(edge, palette.Thread, 0.09f)],
        };
    }

    private static IEnumerable<Panel> Opening(Palette palette)
    {
        var padding = Shapes.Oval(new Vector2(0, -10), 3.6f, 6);
        yield return new Panel(padding, new Material(palette.Main * 0.8f, Weave.Mesh))
        {
            Edge = 0.9f,
            EdgeWidth = 1.1f,
            Lift = 0.5f,
            Shadow = 0.45f,
        };
        var inside = Shapes.Oval(new Vector2(0, -9.8f), 2.6f, 4.7f);
        yield return new Panel(inside, new Material(new Vector3(0.05f), Weave.Mesh))
        {
            Edge = -1.2f,
            EdgeWidth = 1.2f,
            Shadow = 0,
            Openness = 0.5f,
        };
        var insole = Shapes.Oval(new Vector2(0, -8.6f), 1.7f, 2.8f);
        yield return new Panel(insole, new Material(new Vector3(0.12f), Weave.Mesh)) { Shadow = 0, Openness = 0.6f };
        var tab = new Curve()
            .Corner(-0.9f, -16.9f).Corner(0.9f, -16.9f).Corner(1, -14.2f).Corner(-1, -14.2f).Closed();
        yield return new Panel(tab, new Material(palette.Second, Weave.Twill)) { Lift = 0.2f, Edge = 0.3f };
    }

    private static IEnumerable<Panel> Lacing(int side, Material leather, Palette palette, Dice dice)
    {
        var tongue = new Curve()
            .Through(0, -8.6f).Through(2.3f, -7.6f).Through(2.1f, 0).Through(1.3f, 7.4f).Through(0, 8.3f).Mirrored()
            .Closed();
        yield return new Panel(tongue, new Material(palette.Main * 0.9f, Weave.Mesh)) { Edge = 0.5f, EdgeWidth = 0.8f };
        foreach (var way in new[] { -1, 1 })
        {
            var stay = new Curve()
                .Corner(1.5f, -4.4f).Through(3.2f, -3.6f).Through(3.3f, 2).Through(2.9f, 7.4f).Through(1.6f, 9.6f)
                .Corner(0.2f, 9.6f).Through(1.2f, 6.8f).Through(1.5f, 1).OnSide(way).Closed();
            var edge = new Curve().Through(3, -3.2f).Through(3.1f, 2).Through(2.7f, 7.2f).OnSide(way).Open();
            yield return new Panel(stay, leather)
            {
                Lift = 0.18f,
                Edge = 0.3f,
                EdgeWidth = 0.5f,
                Strokes = [Stroke.Stitches(edge, palette.Thread, 0.09f)],
            };
            yield return Flash(way * side, way, palette);
        }

        var cotton = new Material(LaceColour(palette), Weave.Rib);
        for (var row = 0; row < 6; row++)
        {
            var y = 7.2f - row * 2.1f;
            var half = 1.7f + row * 0.12f;
            var way = (row & 1) == 0 ? 1 : -1;
            var line = new Curve()
                .Through(-half * way, y + 0.5f).Through(0, y - 0.3f + dice.Around(0.15f))
                .Through(half * way, y - 0.9f).Open();
            yield return Lace(line, cotton);
        }

        foreach (var way in new[] { -1, 1 })
        {
            var loop = new Curve()
                .Through(0, -4.2f).Through(2.4f * way, -5.4f + dice.Around(0.5f))
                .Through(4.3f * way, -3.6f + dice.Around(0.8f))
                .Through(3 * way, -2.4f).Through(0.2f * way, -3.9f).Open();
            yield return Lace(loop, cotton);
            var end = new Curve()
                .Through(0, -4).Through(1.6f * way, -1.4f).Through((3 + dice.Around(1)) * way, 1.4f + dice.Around(1))
                .Open();
            yield return Lace(end, cotton);
        }

        yield return new Panel(Shapes.Oval(new Vector2(0, -4), 0.75f, 0.6f), cotton) { Edge = 0.4f, EdgeWidth = 0.4f };
    }

    private static Vector3 LaceColour(Palette palette) =>
        Photography.LinearColour.Brightness(palette.Second) > 0.3f ? palette.Second : new Vector3(0.68f);

    private static Panel Lace(Vector2[] line, Material cotton) =>
        new(Shapes.Ribbon(line, 0.62f), cotton) { Edge = 0.25f, EdgeWidth = 0.3f, Lift = 0.22f, Shadow = 0.7f };

    /// <summary>The swept stripe on the flank of a shoe.</summary>
    private static Panel Flash(int outer, int way, Palette palette)
    {
        var reach = outer > 0 ? 4.1f : 3.5f;
        var outline = new Curve()
            .Corner(3.2f, 5).Through(reach, 2).Corner(reach - 0.1f, -3.4f).Through(reach - 0.5f, 0.6f).Corner(3, 3.2f)
            .OnSide(way).Closed();
        return new Panel(outline, new Material(palette.Second, Weave.Shell)) { Lift = 0.08f, Edge = 0.1f,
            EdgeWidth = 0.2f };
    }
}
