using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Cuts;

/// <summary>Cloth trousers with slanted pockets, and shorts of the same cut.</summary>
internal static class TrousersCut
{
    private static readonly Vector3 Horn = new(0.09f, 0.06f, 0.04f);

    public static Garment Trousers(Palette palette, Dice dice)
    {
        var block = new TrouserBlock
        {
            WaistHalf = dice.Between(19, 20.5f),
            HipHalf = dice.Between(24.5f, 26),
            Spread = dice.Between(2.5f, 6),
            HemWidth = dice.Between(16, 19.5f),
            KneeWidth = dice.Between(21, 23),
            Length = dice.Between(99, 104),
            Dip = 1.6f,
        };
        var strokes = block.Creases(dice, 0.3f).ToList();
        foreach (var side in new[] { -1, 1 })
        {
            // The pressed crease: a narrow, straight ridge from the pleat to the hem.
            strokes.Add(Stroke.Ridge(block.LegMiddle(side, 8), 0.55f, 0.3f));
            strokes.Add(Stroke.Ridge([.. block.LegMiddle(side, 30).Reverse()], 0.45f, 0.3f));
            strokes.Add(Stroke.Seam(block.OuterSeam(side, 0.5f), 0.05f));
        }

        return MakeUp(block, palette, dice, strokes, drawstring: false);
    }

    public static Garment Shorts(Palette palette, Dice dice)
    {
        var block = new TrouserBlock
        {
            WaistHalf = dice.Between(19, 21),
            HipHalf = dice.Between(26, 28),
            CrotchDepth = 27,
            Spread = dice.Between(2, 4),
            HemWidth = dice.Between(25, 28),
            KneeWidth = dice.Between(25.5f, 27),
            Length = dice.Between(45, 53),
            Dip = 1.6f,
        };
        var strokes = block.Creases(dice, 0.42f).ToList();
        foreach (var side in new[] { -1, 1 })
        {
            strokes.Add(Stroke.Seam(block.HemLine(side, 3), 0.1f));
            strokes.Add(Stroke.Stitches(block.HemLine(side, 2.7f), palette.Thread, 0.14f));
            strokes.Add(Stroke.Seam(block.InnerSeam(side, 0.9f), 0.07f));
        }

        return MakeUp(block, palette, dice, strokes, drawstring: dice.Chance(0.45f));
    }

    private static Garment MakeUp(TrouserBlock block, Palette palette, Dice dice, List<Stroke> strokes, bool drawstring)
    {
        var cloth = palette.Printed(Weave.Twill, new Vector2(14, block.Length * 0.72f), 5, upright: true);
        var around = palette.Around(Weave.Twill, upright: true);
        strokes.AddRange(Pockets(block, palette));
        var top = block.BandDepth + block.Dip;
        var fly = new Curve().Through(0.2f, top).Through(0, block.CrotchDepth).Open();
        strokes.Add(Stroke.Seam(fly, 0.16f));
        if (!drawstring)
        {
            var turn = new Curve()
                .Through(3.6f, top).Through(3.4f, top + 11).Through(2.2f, top + 14).Through(0.2f, top + 15.5f).Open();
            strokes.Add(Stroke.Stitches(turn, palette.Thread, 0.13f));
        }

        var back = new Panel(block.BackBand(), palette.Lining(Weave.Twill)) { Openness = 0.75f, Shadow = 0 };
        var legs = new Panel(block.Legs(), cloth)
        {
            Folds = new FoldStyle(dice.Around(0.2f), dice.Between(5.5f, 8), 3, 0.55f, 0.26f),
            Strokes = strokes,
            Edge = 0.2f,
        };
        List<Panel> front = [legs];
        front.AddRange(drawstring ? Elastic(block, around, palette, dice) : Band(block, around, palette));
        return new Garment([back], front)
        {
            Hanging = Hanging.ByWaist,
            HangWidth = block.WaistHalf - 3,
            Bulge = 0.8f,
        };
    }

    private static IEnumerable<Stroke> Pockets(TrouserBlock block, Palette palette)
    {
        foreach (var side in new[] { -1, 1 })
        {
            var mouth = new Curve()
                .Through(block.WaistHalf * 0.68f, block.BandDepth + 1.2f)
                .Through(block.WaistHalf * 0.98f, block.BandDepth + 9)
                .Through(block.HipHalf - 1.4f, block.BandDepth + 17).OnSide(side).Open();
            yield return Stroke.Seam(mouth, 0.22f);
            var inner = mouth.Select(p => p - new Vector2(0.6f * side, 0)).ToArray();
            yield return Stroke.Stitches(inner, palette.Thread, 0.13f);
        }
    }

    private static IEnumerable<Panel> Band(TrouserBlock block, Material cloth, Palette palette)
    {
        yield return new Panel(block.Waistband(), cloth)
        {
            Lift = 0.25f,
            Shadow = 0.45f,
            Folds = new FoldStyle(0.2f, 9, 2, 0.25f, 0.1f),
            Strokes = [Stroke.Stitches(block.BandSeam(-0.4f), palette.Thread, 0.13f)],
        };
        foreach (var x in new[] { -0.5f, 0.5f, -0.92f })
        {
            var place = x * block.WaistHalf;
            var y = block.Dip * (1 - MathF.Abs(x));
            var loop = new Curve()
                .Corner(place - 0.55f, y - 0.4f).Corner(place + 0.55f, y - 0.4f)
                .Corner(place + 0.55f, y + 5.2f).Corner(place - 0.55f, y + 5.2f).Closed();
            yield return new Panel(loop, cloth) { Lift = 0.3f, Shadow = 0.65f };
        }

        foreach (var part in TopPieces.Button(new Vector2(1.3f, block.Dip + 2), 0.8f, Horn))
        {
            yield return part;
        }
    }

    private static IEnumerable<Panel> Elastic(TrouserBlock block, Material cloth, Palette palette, Dice dice)
    {
        var gathers = new List<Stroke>();
        for (var x = -block.WaistHalf; x < block.WaistHalf; x += dice.Between(0.9f, 1.6f))
        {
            var y = block.Dip * (1 - MathF.Abs(x) / block.WaistHalf);
            gathers.Add(Stroke.Ridge([new(x, y - 0.5f), new(x, y + 2.5f), new(x + dice.Around(1), y + 7)], 0.4f, 0.3f));
        }

        yield return new Panel(block.Waistband(), cloth) { Lift = 0.25f, Shadow = 0.45f, Strokes = gathers };
        var cotton = new Material(palette.Second, Weave.Rib);
        foreach (var side in new[] { -1, 1 })
        {
            var line = new Curve()
                .Through(0.8f, block.Dip + 2).Through(2.5f + dice.Around(1), block.Dip + 7)
                .Through(2.2f + dice.Around(1.4f), block.Dip + 12).Through(3 + dice.Around(2), block.Dip + 16)
                .OnSide(side).Open();
            yield return new Panel(Shapes.Ribbon(line, 0.7f), cotton) { Edge = 0.3f, EdgeWidth = 0.35f, Lift = 0.4f };
        }
    }
}
