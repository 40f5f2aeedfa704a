using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Cuts;

/// <summary>Pieces that several tops share, made up in their cloth.</summary>
internal static class TopPieces
{
    private static readonly Vector3 LabelWhite = new(0.7f, 0.69f, 0.66f);

    /// <summary>The inside of the back, seen through the neck, with the maker's label.</summary>
    public static IEnumerable<Panel> BackOfNeck(TopBlock block, Material lining, float rise)
    {
        var back = new Curve()
            .Through(0, 1.2f - rise).Through(block.NeckHalf * 0.7f, 0.7f - rise * 0.7f).Corner(block.NeckHalf + 0.5f, 0)
            .Corner(block.NeckHalf + 1, block.NeckDepth + 2).Through(0, block.NeckDepth + 4)
            .Mirrored().Closed();
        yield return new Panel(back, lining) { Shadow = 0, Openness = 0.86f, Folds = new(0, 7, 2, 0.2f, 0.1f) };

        var label = new Curve()
            .Corner(-1.9f, 3.2f - rise).Corner(1.9f, 3.2f - rise)
            .Corner(1.9f, 6 - rise).Corner(-1.9f, 6 - rise).Closed();
        yield return new Panel(label, new Material(LabelWhite, Weave.Poplin)) { Lift = 0.15f, Openness = 0.8f };
    }

    /// <summary>The ribbed band of a neck: the back half, which lies behind, or the front half.</summary>
    public static Panel NeckBand(TopBlock block, Material rib, float width, bool front)
    {
        var depth = front ? block.NeckDepth : 1.2f;
        var inner = TopBlock.Neckline(depth, block.NeckHalf);
        var outer = front
            ? TopBlock.Neckline(depth + width, block.NeckHalf + width * 0.8f, width * 0.3f)
            : TopBlock.Neckline(depth + width, block.NeckHalf);
        var seam = Stroke.Seam(front ? outer : inner, 0.06f);
        return new Panel(Shapes.Between(inner, outer), rib)
        {
            Edge = 0.22f,
            EdgeWidth = 0.6f,
            Lift = 0.22f,
            Shadow = front ? 0.3f : 0.2f,
            Openness = front ? 1 : 0.88f,
            Strokes = [seam],
        };
    }

    /// <summary>A sleeve with creases, stitched at its hem where it has no cuff (0 centimetres deep).</summary>
    public static Panel Sleeve(TopBlock block, int side, Material cloth, FoldStyle folds, Dice dice, float cuff)
    {
        var strokes = new List<Stroke>();
        strokes.AddRange(block.SleeveCreases(side, dice, (int)(block.SleeveLength / 6) + 1, folds.Height * 0.8f));
        if (cuff == 0)
        {
            strokes.Add(Stroke.Seam(block.AcrossSleeve(side, 2.2f), 0.07f));
        }

        return new Panel(block.Sleeve(side, cuff * 0.7f), cloth)
        {
            Folds = folds with { Angle = -block.SleeveThread(side) + dice.Around(0.3f) },
            Thread = block.SleeveThread(side),
            Origin = block.SleeveOrigin(side),
            Strokes = strokes,
            Lift = 0.5f,
        };
    }

    /// <summary>The band at the end of a sleeve.</summary>
    public static Panel Cuff(TopBlock block, int side, Material cloth, float depth, float narrowing) =>
        new(block.Cuff(side, depth, narrowing), cloth)
        {
            Thread = block.SleeveThread(side),
            Origin = block.SleeveOrigin(side),
            Edge = 0.25f,
            Lift = 0.2f,
            Shadow = 0.25f,
            Strokes = [Stroke.Seam(block.AcrossSleeve(side, depth), 0.12f)],
        };

    /// <summary>Seams, hem and creases of a body.</summary>
    public static List<Stroke> BodyStrokes(TopBlock block, Dice dice, float hem)
    {
        var strokes = new List<Stroke>();
        if (hem > 0)
        {
            var line = new Curve()
                .Through(-block.HemHalf, block.Length - block.Tail - hem)
                .Through(0, block.Length - hem)
                .Through(block.HemHalf, block.Length - block.Tail - hem).Open();
            strokes.Add(Stroke.Seam(line, 0.06f));
        }

        strokes.AddRange(block.ArmpitCreases(1, dice));
        strokes.AddRange(block.ArmpitCreases(-1, dice));
        strokes.AddRange(HemRipples(block, dice));
        return strokes;
    }

    /// <summary>A button with its rim and holes.</summary>
    public static IEnumerable<Panel> Button(Vector2 centre, float radius, Vector3 colour)
    {
        var shell = new Material(colour, Weave.Moulded) { Gloss = 0.35f, GlossSharpness = 25 };
        yield return new Panel(Shapes.Disc(centre, radius), shell)
        {
            Lift = 0.16f,
            Edge = 0.12f,
            EdgeWidth = 0.25f,
            Shadow = 0.7f,
        };
        var hole = new Material(colour * 0.25f, Weave.Moulded);
        foreach (var way in new Vector2[] { new(1, 1), new(-1, 1), new(1, -1), new(-1, -1) })
        {
            yield return new Panel(Shapes.Disc(centre + way * radius * 0.27f, radius * 0.13f), hole) { Shadow = 0 };
        }
    }

    private static IEnumerable<Stroke> HemRipples(TopBlock block, Dice dice)
    {
        for (var i = 0; i < 5; i++)
        {
            var x = dice.Around(block.HemHalf * 0.9f);
            var from = new Vector2(x, block.Length + 0.5f);
            var to = from - new Vector2(dice.Around(3), dice.Between(8, 22));
            var line = new Curve().Through(from).Through((from + to) / 2 + new Vector2(dice.Around(1), 0)).Through(to)
                .Open();
            yield return Stroke.Ridge(line, dice.Between(0.9f, 1.8f), dice.Between(0.15f, 0.4f));
        }
    }
}
