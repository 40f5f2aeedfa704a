using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Cuts;

/// <summary>Hooded sweatshirts, the hood laid out above the shoulders.</summary>
internal static class HoodieCut
{
    public static Garment Cut(Palette palette, Dice dice, bool hanging)
    {
        var block = new TopBlock
        {
            NeckHalf = 9,
            NeckDepth = 7,
            ShoulderHalf = 24,
            ShoulderDrop = 6.5f,
            ChestHalf = 29,
            ArmpitDepth = 27,
            WaistHalf = 28.5f,
            HemHalf = 26,
            Length = dice.Between(64, 70),
            SleeveLength = 54,
            CuffWidth = 13,
            SleeveSkew = hanging ? 0 : dice.Around(0.22f),
            SleeveAngle = hanging ? 1.35f : dice.Between(1f, 1.27f),
            Elbow = dice.Between(1, 3),
        };
        var fleece = palette.Printed(Weave.Fleece, new Vector2(0, 27), 11);
        var around = palette.Around(Weave.Fleece);
        var rib = palette.Plain(Weave.Rib);
        var folds = new FoldStyle(dice.Around(0.4f), dice.Between(8, 11), 2.4f, 0.95f, 0.2f);
        folds = hanging ? folds.Hung() : folds;
        var back = Hood(palette, around, dice);

        List<Panel> front = [];
        foreach (var side in new[] { -1, 1 })
        {
            front.Add(TopPieces.Sleeve(block, side, around, folds, dice, cuff: 6.5f));
            front.Add(TopPieces.Cuff(block, side, rib, 6.5f, 1.1f));
        }

        var strokes = TopPieces.BodyStrokes(block, dice, 0);
        front.Add(new Panel(block.Body(trim: 3), fleece) { Folds = folds, Strokes = strokes, Edge = 0.4f,
            EdgeWidth = 0.9f });
        front.Add(SweaterCut.HemBand(block, rib, 6.5f));
        front.Add(Pouch(block, around, palette));
        front.AddRange(HoodEdge(around));
        front.AddRange(Cords(palette, dice));
        return new Garment(back, front)
        {
            HangPoint = new Vector2(0, -2),
            HangWidth = block.ShoulderHalf - 3,
            Bulge = 1.4f,
            BulgeWidth = 3.5f,
        };
    }

    private static List<Panel> Hood(Palette palette, Material cloth, Dice dice)
    {
        var lean = dice.Around(2.5f);
        var shell = new Curve()
            .Corner(-13.5f, 4).Through(-16, -7).Through(-14 + lean * 0.5f, -20).Through(-7 + lean, -28.5f)
            .Through(lean, -30.5f).Through(7 + lean, -28.5f).Through(14 + lean * 0.5f, -20).Through(16, -7)
            .Corner(13.5f, 4)
            .Through(0, 9).Closed();
        var inside = new Curve()
            .Corner(-3, 8).Through(-9.5f, 0).Through(-11, -9).Through(-8.5f + lean * 0.6f, -19.5f)
            .Through(lean * 0.8f, -24).Through(8.5f + lean * 0.6f, -19.5f).Through(11, -9).Through(9.5f, 0)
            .Corner(3, 8).Closed();
        var seam = new Curve().Through(lean * 0.8f, -24).Through(lean * 0.4f, -12).Through(0, 0).Open();
        var rim = new Curve()
            .Through(-12.2f, 2).Through(-13, -8).Through(-10.5f + lean * 0.6f, -20.5f).Through(lean * 0.8f, -25.6f)
            .Through(10.5f + lean * 0.6f, -20.5f).Through(13, -8).Through(12.2f, 2).Open();
        return
        [
            new Panel(shell, cloth)
            {
                Folds = new FoldStyle(0.3f, 7, 2.2f, 0.7f, 0.15f),
                Edge = 0.6f,
                EdgeWidth = 1.4f,
                Strokes = [Stroke.Stitches(rim, palette.Thread, 0.14f)],
            },
            new Panel(inside, palette.Lining(Weave.Fleece))
            {
                Folds = new FoldStyle(0.1f, 6, 2.5f, 0.6f, 0.12f),
                Openness = 0.72f,
                Shadow = 0,
                Edge = 0,
                Strokes = [Stroke.Seam(seam, 0.2f)],
            },
        ];
    }

    /// <summary>The two front edges of the hood, which cross below the neck.</summary>
    private static IEnumerable<Panel> HoodEdge(Material cloth)
    {
        foreach (var side in new[] { -1, 1 })
        {
            var outline = new Curve()
                .Corner(11.2f, -11).Through(14.6f, -6).Through(15.2f, 1).Through(12.5f, 5.5f).Through(7, 9.6f)
                .Corner(-0.8f, 11.5f).Corner(-1.8f, 8.6f).Through(5, 4.5f).Through(9.4f, -1).OnSide(side).Closed();
            yield return new Panel(outline, cloth)
            {
                Folds = new FoldStyle(side * 0.6f, 6, 2, 0.4f, 0.1f),
                Edge = 0.6f,
                EdgeWidth = 1.1f,
                Lift = 0.6f,
                Thread = side * 0.8f,
            };
        }
    }

    private static IEnumerable<Panel> Cords(Palette palette, Dice dice)
    {
        var cotton = new Material(Vector3.Lerp(palette.Main, palette.Second, 0.6f), Weave.Rib);
        var metal = new Material(new Vector3(0.4f), Weave.Moulded) { Gloss = 0.5f };
        foreach (var side in new[] { -1, 1 })
        {
            var eye = new Vector2(5.4f * side, 8.8f);
            var line = new Curve()
                .Through(eye).Through(eye + new Vector2(dice.Around(0.8f), 6))
                .Through(eye + new Vector2(dice.Around(2), 12))
                .Through(eye + new Vector2(dice.Around(2.4f), dice.Between(17, 21))).Open();
            yield return new Panel(Shapes.Disc(eye, 0.65f), metal) { Lift = 0.15f };
            yield return new Panel(Shapes.Ribbon(line, 0.75f), cotton) { Edge = 0.35f, EdgeWidth = 0.4f, Lift = 0.5f };
            Vector2[] tip = [line[^1] - new Vector2(0, 1.2f), line[^1], line[^1] + new Vector2(0, 0.9f)];
            yield return new Panel(Shapes.Ribbon(tip, 0.95f), metal) { Edge = 0.35f, EdgeWidth = 0.4f };
        }
    }

    private static Panel Pouch(TopBlock block, Material cloth, Palette palette)
    {
        var top = block.Length - 27;
        var end = block.Length - 6.8f;
        var outline = new Curve()
            .Corner(-10, top).Corner(10, top).Through(14, top + 7).Corner(17.5f, top + 12.5f).Corner(17, end)
            .Corner(-17, end).Corner(-17.5f, top + 12.5f).Through(-14, top + 7).Closed();
        var upper = new Curve().Corner(-9.6f, top + 0.7f).Corner(9.6f, top + 0.7f).Open();
        var strokes = new List<Stroke> { Stroke.Stitches(upper, palette.Thread, 0.15f) };
        foreach (var side in new[] { -1, 1 })
        {
            var mouth = new Curve()
                .Through(9, top + 0.8f).Through(12.6f, top + 7.4f).Through(16, top + 12.6f).OnSide(side).Open();
            strokes.Add(Stroke.Seam(mouth, 0.12f));
        }

        return new Panel(outline, cloth)
        {
            Folds = new FoldStyle(0.2f, 8, 2, 0.6f, 0.14f),
            Edge = 0.4f,
            EdgeWidth = 0.9f,
            Lift = 0.55f,
            Strokes = strokes,
        };
    }
}
