using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Cuts;

/// <summary>Button-up shirts.</summary>
internal static class ShirtCut
{
    private static readonly Vector3 Pearl = new(0.66f, 0.64f, 0.6f);

    public static Garment Cut(Palette palette, Dice dice, bool hanging)
    {
        var block = new TopBlock
        {
            NeckHalf = 8.2f,
            NeckDepth = 4,
            ShoulderHalf = 22.5f,
            ShoulderDrop = 5,
            ChestHalf = 27,
            ArmpitDepth = 25,
            WaistHalf = 25.5f,
            HemHalf = 26.5f,
            Length = dice.Between(74, 79),
            Tail = 6.5f,
            SleeveLength = 57,
            CuffWidth = 12,
            SleeveSkew = hanging ? 0 : dice.Around(0.22f),
            SleeveAngle = hanging ? 1.37f : dice.Between(1f, 1.27f),
            Elbow = dice.Between(0.5f, 3),
        };
        var upright = dice.Chance(0.75f);
        var cloth = palette.Printed(Weave.Poplin, new Vector2(0, 32), 11, upright);
        var around = palette.Around(Weave.Poplin, upright);
        var folds = new FoldStyle(dice.Around(0.35f), dice.Between(6, 9), 3.4f, 0.55f, 0.3f);
        folds = hanging ? folds.Hung() : folds;

        List<Panel> back =
        [
            .. TopPieces.BackOfNeck(block, palette.Lining(Weave.Poplin), 2),
            Collar.Stand(around with { Colour = palette.Main * 0.8f }, block.NeckHalf),
        ];
        back.AddRange(Label());

        List<Panel> front = [];
        foreach (var side in new[] { -1, 1 })
        {
            front.Add(TopPieces.Sleeve(block, side, around, folds, dice, cuff: 6));
            front.Add(TopPieces.Cuff(block, side, around, 6, -0.3f));
            front.AddRange(TopPieces.Button(block.OnSleeve(side, 0.95f, -0.55f), 0.55f, Pearl));
        }

        var seams = Seams(block, palette, dice);
        front.Add(new Panel(block.Body(), cloth) { Folds = folds, Strokes = seams, Shadow = 0.6f });
        front.Add(Pocket(around, palette));
        front.AddRange(Placket(block, around, palette));
        front.Add(Collar.Leaf(-1, around, block.NeckHalf, block.NeckDepth, 6, palette.Thread));
        front.Add(Collar.Leaf(1, around, block.NeckHalf, block.NeckDepth, 6, palette.Thread));
        front.AddRange(TopPieces.Button(new Vector2(0.1f, block.NeckDepth + 1.2f), 0.6f, Pearl));
        return new Garment(back, front) { HangPoint = new Vector2(0, -3), HangWidth = block.ShoulderHalf - 2 };
    }

    private static IEnumerable<Panel> Label()
    {
        var outline = new Curve().Corner(-2.4f, 1.2f).Corner(2.4f, 1.2f).Corner(2.4f, 3.6f).Corner(-2.4f, 3.6f)
            .Closed();
        yield return new Panel(outline, new Material(new Vector3(0.06f, 0.06f, 0.09f), Weave.Poplin)) { Lift = 0.15f };
    }

    private static List<Stroke> Seams(TopBlock block, Palette palette, Dice dice)
    {
        var strokes = TopPieces.BodyStrokes(block, dice, 0.9f);
        foreach (var side in new[] { -1, 1 })
        {
            var yoke = new Curve().Through(block.NeckHalf + 1, 5.2f).Through(block.ShoulderHalf, 9).OnSide(side).Open();
            strokes.Add(Stroke.Seam(yoke, 0.07f));
            var armhole = new Curve()
                .Through(block.ShoulderTip - new Vector2(0.9f, 0))
                .Through(block.ShoulderHalf - 2.3f, (block.ShoulderDrop + block.ArmpitDepth) / 2)
                .Through(block.Armpit - new Vector2(0.9f, 0)).OnSide(side).Open();
            strokes.Add(Stroke.Stitches(armhole, palette.Thread, 0.1f));
        }

        return strokes;
    }

    private static Panel Pocket(Material cloth, Palette palette)
    {
        var outline = new Curve()
            .Corner(6.5f, 21).Corner(17.5f, 21.4f).Corner(17.4f, 32.5f).Corner(12, 34.6f).Corner(6.6f, 32.2f).Closed();
        var hem = new Curve().Corner(6.5f, 23.4f).Corner(17.5f, 23.8f).Open();
        var edge = new Curve().Corner(7, 21.2f).Corner(7.1f, 32).Corner(12, 34.1f).Corner(17, 32.2f).Corner(17, 21.6f)
            .Open();
        return new Panel(outline, cloth)
        {
            Lift = 0.18f,
            Shadow = 0.4f,
            Edge = 0.1f,
            EdgeWidth = 0.3f,
            Folds = new FoldStyle(0.2f, 8, 2, 0.3f, 0.14f),
            Strokes = [Stroke.Stitches(edge, palette.Thread, 0.12f), Stroke.Seam(hem, 0.05f)],
        };
    }

    private static IEnumerable<Panel> Placket(TopBlock block, Material cloth, Palette palette)
    {
        var end = block.Length - 0.3f;
        var top = block.NeckDepth - 0.6f;
        var strip = new Curve()
            .Corner(-1.7f, top).Corner(1.7f, top).Through(1.8f, end / 2).Corner(1.7f, end).Corner(-1.7f, end)
            .Through(-1.6f, end / 2).Closed();
        var left = new Curve().Corner(-1.1f, top).Corner(-1.1f, end).Open();
        var right = new Curve().Corner(1.1f, top).Corner(1.1f, end).Open();
        yield return new Panel(strip, cloth)
        {
            Lift = 0.22f,
            Shadow = 0.5f,
            Edge = 0.13f,
            EdgeWidth = 0.4f,
            Folds = new FoldStyle(0.1f, 7, 2, 0.3f, 0.16f),
            Strokes = [Stroke.Stitches(left, palette.Thread, 0.12f), Stroke.Stitches(right, palette.Thread, 0.12f)],
        };
        for (var y = block.NeckDepth + 9; y < block.Length - 8; y += 9.2f)
        {
            foreach (var part in TopPieces.Button(new Vector2(0.1f, y), 0.62f, Pearl))
            {
                yield return part;
            }
        }
    }
}
