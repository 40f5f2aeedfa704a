using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Cuts;

/// <summary>Knitted sweaters with ribbed edges and, often, cables.</summary>
internal static class SweaterCut
{
    public static Garment Cut(Palette palette, Dice dice, bool hanging)
    {
        var block = new TopBlock
        {
            NeckHalf = 9,
            NeckDepth = dice.Between(6.5f, 9),
            ShoulderHalf = 23,
            ShoulderDrop = 5.5f,
            ChestHalf = 27.5f,
            ArmpitDepth = 25,
            WaistHalf = 27,
            HemHalf = 24.5f,
            Length = dice.Between(62, 68),
            SleeveLength = 53,
            CuffWidth = 12,
            SleeveSkew = hanging ? 0 : dice.Around(0.22f),
            SleeveAngle = hanging ? 1.37f : dice.Between(1f, 1.27f),
            Elbow = dice.Between(1, 3),
        };
        var knit = palette.Printed(Weave.Knit, new Vector2(0, 32), 12);
        var around = palette.Around(Weave.Knit);
        var rib = palette.Plain(Weave.Rib);
        var folds = new FoldStyle(dice.Around(0.4f), dice.Between(8, 11), 2.4f, 0.8f, 0.08f);
        folds = hanging ? folds.Hung() : folds;
        List<Panel> back = [.. TopPieces.BackOfNeck(block, palette.Lining(Weave.Knit), 0)];
        back.Add(TopPieces.NeckBand(block, rib with { Colour = palette.Main * 0.75f }, 3.2f, front: false));

        List<Panel> front = [];
        foreach (var side in new[] { -1, 1 })
        {
            front.Add(TopPieces.Sleeve(block, side, around, folds, dice, cuff: 7));
            front.Add(TopPieces.Cuff(block, side, rib, 7, 0.9f));
        }

        var strokes = TopPieces.BodyStrokes(block, dice, 0);
        if (palette.Pattern == GarmentPattern.Solid && dice.Chance(0.6f))
        {
            strokes.AddRange(Cables(block));
        }

        front.Add(new Panel(block.Body(trim: 3), knit) { Folds = folds, Strokes = strokes, Edge = 0.4f,
            EdgeWidth = 0.9f });
        front.Add(HemBand(block, rib, 7));
        front.Add(TopPieces.NeckBand(block, rib, 3.2f, front: true) with { Edge = 0.4f });
        if (!hanging && dice.Chance(0.4f))
        {
            front.Add(RollNeck(block, rib));
        }

        return new Garment(back, front)
        {
            HangPoint = new Vector2(0, -0.5f),
            HangWidth = block.ShoulderHalf - 2,
            Bulge = 1.3f,
            BulgeWidth = 3.5f,
        };
    }

    /// <summary>A collar folded down over itself, which closes the neck.</summary>
    private static Panel RollNeck(TopBlock block, Material rib)
    {
        var half = block.NeckHalf + 0.8f;
        var outline = new Curve()
            .Through(0, -6.6f).Through(half * 0.6f, -6.4f).Corner(half, -5.6f)
            .Through(half + 0.6f, -1).Corner(half + 0.4f, 4).Through(0, block.NeckDepth + 3).Mirrored().Closed();
        return new Panel(outline, rib)
        {
            Edge = 0.7f,
            EdgeWidth = 1.4f,
            Lift = 0.6f,
            Folds = new FoldStyle(1.4f, 5, 2, 0.35f, 0.05f),
        };
    }

    /// <summary>The band at the bottom of a body, pulled in by its elastic.</summary>
    public static Panel HemBand(TopBlock block, Material rib, float depth)
    {
        var outline = new Curve()
            .Through(0, block.Length - depth).Corner(block.HemHalf + 0.4f, block.Length - depth - block.Tail)
            .Through(block.HemHalf - 0.2f, block.Length - depth * 0.5f - block.Tail)
            .Corner(block.HemHalf - 0.9f, block.Length + 0.2f - block.Tail).Through(0, block.Length + 0.4f)
            .Mirrored().Closed();
        var seam = new Curve()
            .Through(-block.HemHalf, block.Length - depth - block.Tail).Through(0, block.Length - depth)
            .Through(block.HemHalf, block.Length - depth - block.Tail).Open();
        return new Panel(outline, rib)
        {
            Lift = 0.2f,
            Shadow = 0.25f,
            Edge = 0.35f,
            EdgeWidth = 0.8f,
            Strokes = [Stroke.Seam(seam, 0.2f)],
            Folds = new FoldStyle(0, 6, 1.5f, 0.25f, 0.08f),
        };
    }

    private static IEnumerable<Stroke> Cables(TopBlock block)
    {
        foreach (var x in new[] { -11f, 0f, 11f })
        {
            foreach (var phase in new[] { 0f, MathF.PI })
            {
                var line = new List<Vector2>();
                for (var y = block.NeckDepth + 4f; y < block.Length - 7; y += 0.6f)
                {
                    line.Add(new Vector2(x + 1.1f * MathF.Sin(y * 0.95f + phase), y));
                }

                // Drawn as short lengths: a ridge tapers at its ends, a cable does not.
                for (var i = 0; i + 7 < line.Count; i += 3)
                {
                    yield return Stroke.Ridge([.. line.GetRange(i, 8)], 0.62f, 0.26f);
                }
            }
        }
    }
}
