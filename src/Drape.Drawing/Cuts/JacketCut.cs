using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Cuts;

/// <summary>Zipped jackets with a stand-up collar: quilted in bars, or a smooth shell.</summary>
internal static class JacketCut
{
    private static readonly Vector3 Teeth = new(0.3f, 0.3f, 0.31f);

    public static Garment Cut(Palette palette, Dice dice, bool hanging)
    {
        var block = new TopBlock
        {
            NeckHalf = 8.5f,
            NeckDepth = 3,
            ShoulderHalf = 23.5f,
            ShoulderDrop = 6,
            ChestHalf = 29,
            ArmpitDepth = 26,
            WaistHalf = 28,
            HemHalf = 27,
            Length = dice.Between(64, 72),
            SleeveLength = 57,
            CuffWidth = 13,
            SleeveSkew = hanging ? 0 : dice.Around(0.22f),
            SleeveAngle = hanging ? 1.33f : dice.Between(1f, 1.25f),
            Elbow = dice.Between(1, 3),
        };
        var quilted = dice.Chance(0.55f);
        var gloss = quilted ? 0.14f : 0.06f;
        var shell = palette.Printed(Weave.Shell, new Vector2(-13, 20), 6) with { Gloss = gloss, GlossSharpness = 9 };
        var around = palette.Around(Weave.Shell) with { Gloss = gloss, GlossSharpness = 9 };
        var (height, fine) = quilted ? (0.6f, 0.3f) : (0.9f, 0.24f);
        var folds = new FoldStyle(dice.Around(0.5f), dice.Between(7, 9), 2, height, fine);
        folds = hanging ? folds.Hung() : folds;

        List<Panel> back = [.. TopPieces.BackOfNeck(block, palette.Lining(Weave.Shell), 4)];
        List<Panel> front = [];
        foreach (var side in new[] { -1, 1 })
        {
            var sleeve = TopPieces.Sleeve(block, side, around, folds, dice, cuff: 4.5f);
            front.Add(quilted ? sleeve with { Strokes = [.. sleeve.Strokes, .. SleeveQuilting(block, side)] } : sleeve);
            front.Add(TopPieces.Cuff(block, side, quilted ? around : palette.Plain(Weave.Rib), 4.5f, 0.8f));
        }

        var strokes = TopPieces.BodyStrokes(block, dice, 3.5f);
        strokes.AddRange(quilted ? BodyQuilting(block) : Yoke(block, palette));
        strokes.AddRange(Pockets(block));
        front.Add(new Panel(block.Body(), shell) { Folds = folds, Strokes = strokes, Edge = 0.5f, EdgeWidth = 1.1f });
        front.AddRange(CollarHalves(around, quilted));
        front.AddRange(Zip(block));
        return new Garment(back, front)
        {
            HangPoint = new Vector2(0, -2),
            HangWidth = block.ShoulderHalf - 3,
            Bulge = quilted ? 2.2f : 1.4f,
            BulgeWidth = 4,
        };
    }

    private static IEnumerable<Stroke> BodyQuilting(TopBlock block)
    {
        for (var y = 13f; y < block.Length - 5; y += 7)
        {
            foreach (var side in new[] { -1, 1 })
            {
                var line = new Curve().Through(1.5f, y + 0.8f).Through(14, y + 0.3f).Through(30, y).OnSide(side).Open();
                yield return Quilting(line);
            }
        }
    }

    private static IEnumerable<Stroke> SleeveQuilting(TopBlock block, int side)
    {
        for (var fromEnd = 9f; fromEnd < block.SleeveLength - 6; fromEnd += 7)
        {
            yield return Quilting(block.AcrossSleeve(side, fromEnd));
        }
    }

    /// <summary>A quilting line: the filling rises on both sides of a deep seam.</summary>
    private static Stroke Quilting(Vector2[] line) => new(StrokeKind.Seam, line, 1.5f, default, 0.85f);

    private static IEnumerable<Stroke> Yoke(TopBlock block, Palette palette)
    {
        foreach (var side in new[] { -1, 1 })
        {
            var line = new Curve().Through(0.8f, 19).Through(14, 18).Through(26, 15.5f).OnSide(side).Open();
            yield return Stroke.Seam(line, 0.18f);
            var lower = line.Select(p => p + new Vector2(0, 0.7f)).ToArray();
            yield return Stroke.Stitches(lower, palette.Thread, 0.13f);
            var panel = new Curve().Through(17, 19).Through(18, 40).Through(17, block.Length - 4).OnSide(side).Open();
            yield return Stroke.Seam(panel, 0.12f);
        }
    }

    private static IEnumerable<Stroke> Pockets(TopBlock block)
    {
        foreach (var side in new[] { -1, 1 })
        {
            var y = block.Length - 23;
            Vector2[] mouth = [new(11.5f * side, y), new(16.5f * side, y + 14.5f)];
            yield return Stroke.Seam(mouth, 0.5f);
            yield return Stroke.Line(mouth, 0.75f, new Vector3(0.02f));
            yield return Stroke.Stitches(mouth, Teeth, 0.22f);
            yield return Stroke.Line([mouth[0], mouth[0] + new Vector2(-0.4f * side, 2.2f)], 0.5f, Teeth);
        }
    }

    private static IEnumerable<Panel> CollarHalves(Material cloth, bool quilted)
    {
        var inside = new Curve()
            .Through(0, -7.5f).Through(6, -7).Corner(9.6f, -5.2f).Through(9.4f, 0).Through(0, 4.5f).Mirrored().Closed();
        yield return new Panel(inside, cloth with { Colour = cloth.Colour * 0.55f, Print = null })
        {
            Openness = 0.75f,
            Lift = 0.2f,
        };
        foreach (var side in new[] { -1, 1 })
        {
            var leaf = new Curve()
                .Corner(0.2f, 4.5f).Through(0.6f, 0.5f).Corner(1.4f, -3.4f).Through(5.5f, -4.4f).Corner(9.8f, -6)
                .Through(10.4f, -2).Corner(10, 1.8f).Through(5, 4.2f).OnSide(side).Closed();
            var line = new Curve().Through(0.9f, -0.2f).Through(5.5f, -0.6f).Through(10.2f, -2.4f).OnSide(side).Open();
            yield return new Panel(leaf, cloth)
            {
                Edge = 0.6f,
                EdgeWidth = 1,
                Lift = 0.5f,
                Folds = new FoldStyle(side * 0.8f, 6, 2, 0.4f, 0.14f),
                Strokes = quilted ? [Quilting(line)] : [Stroke.Seam(line, 0.06f)],
            };
        }
    }

    private static IEnumerable<Panel> Zip(TopBlock block)
    {
        var top = -2f;
        var end = block.Length - 0.2f;
        var line = new Curve()
            .Through(0.1f, top).Through(-0.25f, block.Length * 0.3f).Through(0.25f, block.Length * 0.7f)
            .Through(0, end).Open();
        yield return new Panel(Shapes.Ribbon(line, 1.9f), new Material(new Vector3(0.02f), Weave.Twill))
        {
            Lift = 0.12f,
            Edge = 0.1f,
            EdgeWidth = 0.3f,
            Strokes = [Stroke.Line(line, 0.62f, Teeth * 0.5f), Stroke.Stitches(line, Teeth * 1.3f, 0.5f)],
        };
        var metal = new Material(Teeth, Weave.Moulded) { Gloss = 0.6f, GlossSharpness = 25 };
        var slider = new Vector2(0.1f, top + 2);
        var body = new Curve()
            .Corner(slider + new Vector2(-0.7f, -0.8f)).Corner(slider + new Vector2(0.7f, -0.8f))
            .Corner(slider + new Vector2(0.5f, 0.9f)).Corner(slider + new Vector2(-0.5f, 0.9f)).Closed();
        yield return new Panel(body, metal) { Lift = 0.3f, Edge = 0.2f, EdgeWidth = 0.3f };
        Vector2[] pull =
        [
            slider + new Vector2(0.1f, 0.6f), slider + new Vector2(0.3f, 2.5f), slider + new Vector2(0.4f, 4),
        ];
        yield return new Panel(Shapes.Ribbon(pull, 0.6f), metal) { Lift = 0.3f, Edge = 0.15f, EdgeWidth = 0.25f };
    }
}
