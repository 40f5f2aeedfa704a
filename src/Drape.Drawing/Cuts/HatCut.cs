using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Cuts;

/// <summary>Baseball caps, seen from the front and above, and knitted beanies.</summary>
internal static class HatCut
{
    public static Garment Cut(Palette palette, Dice dice)
    {
        // A beanie carries no single print well, and a striped cap is rare.
        var beanie = palette.Pattern switch
        {
            GarmentPattern.Graphic or GarmentPattern.Camouflage => false,
            GarmentPattern.Striped => true,
            _ => dice.Chance(0.35f),
        };
        return beanie ? Beanie(palette, dice) : Cap(palette, dice);
    }

    private static Garment Cap(Palette palette, Dice dice)
    {
        var twill = palette.Printed(Weave.Twill, new Vector2(0, -3.6f), 4.2f);
        var around = palette.Around(Weave.Twill);
        var folds = new FoldStyle(0.3f, 7, 1.6f, 0.22f, 0.1f);
        var dome = new Curve()
            .Through(0, -13.5f).Through(5, -12.6f).Through(8.8f, -8).Through(9.9f, -2).Corner(9.6f, 4.4f)
            .Through(5, 2.2f).Through(0, 1.6f).Mirrored().Closed();
        var strokes = new List<Stroke>();
        foreach (var side in new[] { -1, 1 })
        {
            var panel = new Curve().Through(0.4f, -13).Through(5.3f, -8.4f).Through(7.2f, 2.6f).OnSide(side).Open();
            strokes.Add(Stroke.Seam(panel, 0.1f));
            strokes.Add(Stroke.Stitches([.. panel.Select(p => p + new Vector2(0.35f * side, 0))], palette.Thread,
                0.09f));
            strokes.Add(Stroke.Line([new(7.6f * side, -5.6f), new(7.62f * side, -5.5f)], 0.6f, palette.Main * 0.35f));
        }

        if (palette.Pattern != GarmentPattern.Graphic)
        {
            strokes.Add(Stroke.Seam([new(0, -13.3f), new(0.1f, -6), new(0, 1.7f)], 0.08f));
        }

        var visor = new Curve()
            .Corner(-9.7f, 3).Through(-5, 1.4f).Through(0, 0.6f).Through(5, 1.4f).Corner(9.7f, 3)
            .Through(10.6f, 7.4f).Through(8.2f, 11.2f).Through(4, 13).Through(0, 13.5f)
            .Through(-4, 13).Through(-8.2f, 11.2f).Through(-10.6f, 7.4f).Closed();
        var rows = new List<Stroke>();
        for (var row = 0; row < 5; row++)
        {
            var y = 12.6f - row * 1.5f;
            var half = 9.6f - row * 0.35f;
            var line = new Curve().Through(-half, y - 5).Through(-half * 0.55f, y - 0.9f).Through(0, y)
                .Through(half * 0.55f, y - 0.9f).Through(half, y - 5).Open();
            rows.Add(Stroke.Stitches(line, palette.Thread, 0.09f));
        }

        var button = Shapes.Oval(new Vector2(dice.Around(0.2f), -13.2f), 0.95f, 0.6f);
        return new Garment([], [
            new Panel(visor, around)
            {
                Edge = 0.9f,
                EdgeWidth = 2.6f,
                Strokes = rows,
                Folds = folds with { Crumple = 0.03f },
            },
            new Panel(dome, twill) { Edge = 2.2f, EdgeWidth = 3.4f, Strokes = strokes, Folds = folds, Lift = 0.9f },
            new Panel(button, around) { Edge = 0.3f, EdgeWidth = 0.5f, Lift = 0.2f },
        ])
        {
            Hanging = Hanging.Never,
            Bulge = 1.8f,
            BulgeWidth = 4,
        };
    }

    private static Garment Beanie(Palette palette, Dice dice)
    {
        var knit = palette.Printed(Weave.Rib, new Vector2(0, -6), 5);
        var crown = new Curve()
            .Through(0, -13).Through(5, -12).Through(9, -7.5f).Through(10.8f, 0).Corner(11.2f, 6.5f)
            .Through(0, 7.5f).Mirrored().Closed();
        var strokes = new List<Stroke>();
        for (var i = -5; i <= 5; i++)
        {
            var x = i * 1.8f + dice.Around(0.3f);
            var line = new Curve().Through(x * 0.25f, -12.6f).Through(x * 0.8f, -7).Through(x * 1.1f, 2).Open();
            strokes.Add(Stroke.Ridge(line, 0.55f, 0.2f));
        }

        var brim = new Curve()
            .Through(0, 4.4f).Corner(11.5f, 3.2f).Through(11.9f, 7).Corner(11.3f, 11.4f).Through(0, 12.7f)
            .Mirrored().Closed();
        return new Garment([], [
            new Panel(crown, knit)
            {
                Edge = 1.4f,
                EdgeWidth = 2.8f,
                Strokes = strokes,
                Folds = new FoldStyle(0, 5, 2, 0.3f, 0.05f),
            },
            new Panel(brim, palette.Plain(Weave.Rib))
            {
                Edge = 0.6f,
                EdgeWidth = 1.3f,
                Lift = 0.6f,
                Folds = new FoldStyle(0, 6, 2, 0.25f, 0.03f),
            },
        ])
        {
            Hanging = Hanging.Never,
            Bulge = 1.6f,
            BulgeWidth = 3.4f,
        };
    }
}
