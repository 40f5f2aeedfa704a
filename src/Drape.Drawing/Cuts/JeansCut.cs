using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Geometry;
using Drape.Drawing.Photography;

namespace Drape.Drawing.Cuts;

/// <summary>Five-pocket jeans.</summary>
internal static class JeansCut
{
    private static readonly Vector3 Copper = new(0.42f, 0.2f, 0.08f);
    private static readonly Vector3 Orange = new(0.5f, 0.24f, 0.06f);
    private static readonly Vector3 Leather = new(0.28f, 0.13f, 0.05f);

    public static Garment Cut(Palette palette, Dice dice)
    {
        var block = new TrouserBlock
        {
            WaistHalf = dice.Between(19, 20.5f),
            HipHalf = dice.Between(24.5f, 26.5f),
            Spread = dice.Between(3.5f, 8),
            HemWidth = dice.Between(16, 20),
            KneeWidth = dice.Between(20, 22.5f),
            Length = dice.Between(98, 104),
        };
        var denim = palette.Printed(Weave.Denim, new Vector2(14, 45), 6);
        var around = palette.Around(Weave.Denim);
        var back = new Panel(block.BackBand(), palette.Lining(Weave.Denim)) { Openness = 0.75f, Shadow = 0 };
        var patch = new Curve().Corner(-2.6f, -0.4f).Corner(2.6f, -0.4f).Corner(2.6f, 2.2f).Corner(-2.6f, 2.2f)
            .Closed();
        var legs = new Panel(block.Legs(), denim)
        {
            Folds = new FoldStyle(dice.Around(0.15f), dice.Between(5, 7), 3, 0.42f, 0.34f),
            Strokes = LegStrokes(block, palette, dice),
            Edge = 0.25f,
            Lift = 0.35f,
            Shadow = 0.5f,
        };
        List<Panel> front = [legs, .. Band(block, around)];
        return new Garment([back, new Panel(patch, new Material(Leather, Weave.Moulded)) { Openness = 0.8f }], front)
        {
            Hanging = Hanging.ByWaist,
            HangPoint = new Vector2(0, 0),
            HangWidth = block.WaistHalf - 3,
            Bulge = 0.9f,
        };
    }

    private static List<Stroke> LegStrokes(TrouserBlock block, Palette palette, Dice dice)
    {
        var strokes = new List<Stroke>();
        var pale = LinearColour.Paler(palette.Main, 0.42f);
        foreach (var side in new[] { -1, 1 })
        {
            strokes.Add(Stroke.Rubbed(block.LegMiddle(side, 13), dice.Between(5, 6.5f), pale, dice.Between(0.25f,
                0.5f)));
            strokes.Add(Stroke.Rubbed(block.OuterSeam(side, 0.4f), 1.1f, palette.Main * 0.45f, 0.5f));
            Whiskers(block, strokes, side, pale, dice);
        }

        strokes.AddRange(block.Creases(dice, 0.34f));
        foreach (var side in new[] { -1, 1 })
        {
            strokes.Add(Stroke.Seam(block.InnerSeam(side, 0.9f), 0.1f));
            strokes.Add(Stroke.Stitches(block.InnerSeam(side, 1.3f), Orange, 0.13f));
            strokes.Add(Stroke.Seam(block.HemLine(side, 1.7f), 0.14f));
            strokes.Add(Stroke.Stitches(block.HemLine(side, 1.5f), Orange, 0.13f));
            strokes.Add(Stroke.Rubbed(block.HemLine(side, 0.2f), 0.3f, pale, 0.7f));
            Pocket(block, strokes, side);
        }

        Fly(block, strokes);
        return strokes;
    }

    private static void Whiskers(TrouserBlock block, List<Stroke> strokes, int side, Vector3 pale, Dice dice)
    {
        for (var i = 0; i < 5; i++)
        {
            var y = block.CrotchDepth - 8 + i * 2.6f + dice.Around(0.7f);
            var line = new Curve()
                .Through(2.5f, y + 3).Through(9, y + 0.6f).Through(dice.Between(16, 21), y - dice.Between(0.5f, 3))
                .OnSide(side).Open();
            strokes.Add(Stroke.Rubbed(line, 0.55f, pale, dice.Between(0.15f, 0.4f)));
            strokes.Add(Stroke.Ridge(line, 0.6f, 0.14f));
        }
    }

    private static void Pocket(TrouserBlock block, List<Stroke> strokes, int side)
    {
        foreach (var inset in new[] { 0f, 0.55f })
        {
            var mouth = new Curve()
                .Through(block.WaistHalf * 0.5f - inset, block.BandDepth + 1.2f)
                .Through(block.WaistHalf * 0.62f - inset * 0.7f, block.BandDepth + 6.6f + inset)
                .Through(block.WaistHalf + 2.6f, block.BandDepth + 9.4f + inset).OnSide(side).Open();
            if (inset == 0)
            {
                strokes.Add(Stroke.Seam(mouth, 0.22f));
            }

            strokes.Add(Stroke.Stitches(mouth, Orange, 0.14f));
        }

        foreach (var rivet in new Vector2[] { new(block.WaistHalf * 0.5f, 5.6f), new(block.WaistHalf + 1.8f, 13.2f) })
        {
            var spot = rivet with { X = rivet.X * side };
            strokes.Add(Stroke.Line([spot, spot + new Vector2(0.05f, 0)], 0.75f, Copper));
        }

        if (side == 1)
        {
            var coin = new Curve()
                .Corner(block.WaistHalf * 0.62f, block.BandDepth + 5)
                .Corner(block.WaistHalf * 0.98f, block.BandDepth + 5.6f)
                .Open();
            strokes.Add(Stroke.Stitches(coin, Orange, 0.13f));
        }
    }

    private static void Fly(TrouserBlock block, List<Stroke> strokes)
    {
        var top = block.BandDepth + block.Dip;
        var front = new Curve().Through(0.2f, top).Through(0.1f, block.CrotchDepth - 5).Through(0, block.CrotchDepth)
            .Open();
        strokes.Add(Stroke.Seam(front, 0.2f));
        strokes.Add(Stroke.Stitches(front, Orange, 0.13f));
        foreach (var inset in new[] { 0f, 0.5f })
        {
            var turn = new Curve()
                .Through(3.8f - inset, top).Through(3.6f - inset, top + 11).Through(2.4f - inset, top + 14 - inset)
                .Through(0.2f, top + 15.5f - inset).Open();
            strokes.Add(Stroke.Stitches(turn, Orange, 0.13f));
        }
    }

    private static IEnumerable<Panel> Band(TrouserBlock block, Material cloth)
    {
        yield return new Panel(block.Waistband(), cloth)
        {
            Lift = 0.25f,
            Edge = 0.2f,
            Shadow = 0.5f,
            Folds = new FoldStyle(0.2f, 9, 2, 0.25f, 0.12f),
            Thread = MathF.PI / 2,
            Strokes =
            [
                Stroke.Stitches(block.BandSeam(-0.4f), Orange, 0.13f),
                Stroke.Stitches(block.BandSeam(-block.BandDepth + 0.5f), Orange, 0.13f),
            ],
        };
        foreach (var x in new[] { -block.WaistHalf * 0.52f, block.WaistHalf * 0.52f, -block.WaistHalf * 0.93f })
        {
            var y = block.Dip * (1 - MathF.Abs(x) / block.WaistHalf);
            var loop = new Curve()
                .Corner(x - 0.65f, y - 0.5f).Corner(x + 0.65f, y - 0.5f)
                .Corner(x + 0.65f, y + 5.6f).Corner(x - 0.65f, y + 5.6f).Closed();
            yield return new Panel(loop, cloth)
            {
                Lift = 0.3f,
                Shadow = 0.65f,
                Strokes = [Stroke.Stitches([new(x, y), new(x, y + 5)], Orange, 0.13f)],
            };
        }

        var brass = new Material(Copper, Weave.Moulded) { Gloss = 0.6f, GlossSharpness = 30 };
        yield return new Panel(Shapes.Disc(new Vector2(1.4f, block.Dip + 2), 0.85f), brass)
        {
            Lift = 0.2f,
            Edge = 0.15f,
            EdgeWidth = 0.3f,
        };
    }
}
