using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Cuts;

/// <summary>Polo shirts.</summary>
internal static class PoloCut
{
    private static readonly Vector3 Pearl = new(0.62f, 0.6f, 0.56f);

    public static Garment Cut(Palette palette, Dice dice, bool hanging)
    {
        var block = new TopBlock
        {
            NeckHalf = 8.2f,
            NeckDepth = 5.5f,
            ShoulderHalf = 22.5f,
            ChestHalf = 26,
            Length = dice.Between(68, 73),
            SleeveLength = dice.Between(19, 22),
            CuffWidth = 16.5f,
            SleeveSkew = hanging ? 0 : dice.Around(0.22f),
            SleeveAngle = hanging ? 1.1f : dice.Between(0.55f, 0.85f),
        };
        var folds = new FoldStyle(dice.Around(0.4f), dice.Between(6, 9), 2.8f, 0.6f, 0.24f);
        folds = hanging ? folds.Hung() : folds;
        var cloth = palette.Printed(Weave.Jersey, new Vector2(0, 34), 10);
        var around = palette.Around(Weave.Jersey);

        // Knitted collars are bought ready-made: always plain, sometimes tipped with the second colour.
        var collar = palette.Plain(Weave.Rib);
        List<Panel> back = [.. TopPieces.BackOfNeck(block, palette.Lining(Weave.Jersey), 1)];
        back.Add(Collar.Stand(collar with { Colour = palette.Main * 0.75f }, block.NeckHalf));

        List<Panel> front = [];
        foreach (var side in new[] { -1, 1 })
        {
            front.Add(TopPieces.Sleeve(block, side, around, folds, dice, cuff: 2.6f));
            front.Add(TopPieces.Cuff(block, side, collar, 2.6f, 0.1f));
        }

        var strokes = TopPieces.BodyStrokes(block, dice, 2.4f);
        front.Add(new Panel(block.Body(), cloth) { Folds = folds, Strokes = strokes, Shadow = 0.3f, Lift = 0.3f });
        front.AddRange(Placket(block, palette, dice.Between(15, 18)));
        Vector3? tipping = dice.Chance(0.4f) ? palette.Second : null;
        front.Add(Collar.Leaf(-1, collar, block.NeckHalf, block.NeckDepth, 4.6f, tipping));
        front.Add(Collar.Leaf(1, collar, block.NeckHalf, block.NeckDepth, 4.6f, tipping));
        return new Garment(back, front) { HangPoint = new Vector2(0, -2), HangWidth = block.ShoulderHalf - 2 };
    }

    private static IEnumerable<Panel> Placket(TopBlock block, Palette palette, float depth)
    {
        var top = block.NeckDepth - 0.4f;
        var end = top + depth;
        var open = new Curve()
            .Corner(-0.9f, top - 1).Corner(1.3f, top - 1).Through(0.6f, top + depth * 0.3f)
            .Corner(0.1f, top + depth * 0.5f)
            .Closed();
        var strip = new Curve()
            .Corner(-1.8f, top).Corner(1.6f, top).Corner(1.6f, end).Corner(-1.8f, end).Closed();
        yield return new Panel(strip, palette.Plain(Weave.Jersey))
        {
            Lift = 0.2f,
            Shadow = 0.45f,
            Edge = 0.13f,
            EdgeWidth = 0.35f,
            Strokes =
            [
                Stroke.Stitches([new(-1.3f, top), new(-1.3f, end - 0.4f), new(1.2f, end - 0.4f)], palette.Thread,
                    0.12f),
                Stroke.Stitches([new(-1.3f, end - 2.2f), new(1.2f, end - 2.2f)], palette.Thread, 0.12f),
                Stroke.Seam([new(1.2f, top), new(1.2f, end)], 0.08f),
            ],
        };
        yield return new Panel(open, palette.Lining(Weave.Jersey)) { Openness = 0.6f, Shadow = 0, Edge = 0 };
        for (var i = 0; i < 3; i++)
        {
            foreach (var part in TopPieces.Button(new Vector2(-0.3f, top + 3 + i * (depth - 5) / 2.3f), 0.6f, Pearl))
            {
                yield return part;
            }
        }
    }
}
