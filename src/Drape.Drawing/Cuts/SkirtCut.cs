using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Cuts;

/// <summary>Flared skirts, and the skirts of dresses.</summary>
internal static class SkirtCut
{
    public static Garment Cut(Palette palette, Dice dice)
    {
        var waist = dice.Between(17, 19.5f);
        var hem = dice.Between(32, 42);
        var length = dice.Between(50, 64);
        var cloth = palette.Printed(Weave.Poplin, new Vector2(9, length * 0.7f), 7);
        var folds = new FoldStyle(dice.Around(0.12f), dice.Between(4.5f, 6.5f), 5, 0.7f, 0.14f);
        var inside = new Curve()
            .Through(0, -1.4f).Corner(waist, 0).Corner(waist, 3).Through(0, 4).Mirrored().Closed();
        var back = new Panel(inside, palette.Lining(Weave.Poplin)) { Openness = 0.78f, Shadow = 0 };
        var skirt = new Panel(Flare(waist, 2, hem, length, dice), cloth)
        {
            Folds = folds,
            Strokes = [.. Gathers(waist, 4, hem, length, dice), HemSeam(hem, length)],
            Lift = 0.6f,
        };
        var bandOutline = new Curve()
            .Through(0, 1.5f).Corner(waist, 0).Corner(waist + 0.5f, 4).Through(0, 5.5f).Mirrored().Closed();
        var band = new Panel(bandOutline, palette.Around(Weave.Poplin))
        {
            Lift = 0.25f,
            Shadow = 0.45f,
            Edge = 0.22f,
            Folds = new FoldStyle(0, 3, 1.5f, 0.2f, 0.1f),
        };
        return new Garment([back], [skirt, band])
        {
            Hanging = Hanging.ByWaist,
            HangWidth = waist - 2,
            Bulge = 0.8f,
        };
    }

    /// <summary>The outline of a skirt whose hem falls in waves.</summary>
    public static Vector2[] Flare(float waist, float top, float hem, float length, Dice dice)
    {
        var curve = new Curve()
            .Corner(-waist, top).Through(0, top + 1.3f).Corner(waist, top)
            .Through(waist + (hem - waist) * 0.36f, top + (length - top) * 0.3f)
            .Corner(hem, length - hem * 0.16f);
        for (var i = 7; i >= -7; i--)
        {
            var share = i / 8f;
            var drop = length - hem * 0.16f * share * share + dice.Around(0.55f);
            curve.Through(hem * share, drop);
        }

        return curve
            .Corner(-hem, length - hem * 0.16f)
            .Through(-waist - (hem - waist) * 0.36f, top + (length - top) * 0.3f).Closed();
    }

    /// <summary>Folds that start in the gathers of the waist and open towards the hem.</summary>
    public static IEnumerable<Stroke> Gathers(float waist, float top, float hem, float length, Dice dice)
    {
        const int Count = 17;
        for (var i = 0; i < Count; i++)
        {
            var share = (i + 0.5f + dice.Around(0.35f)) / Count * 2 - 1;
            var reach = dice.Between(0.25f, 0.95f);
            var from = new Vector2(waist * share, top);
            var to = new Vector2(
                Blend.Mix(waist, hem, reach) * share, Blend.Mix(top, length - hem * 0.16f * share * share, reach));
            var middle = (from + to) / 2 + new Vector2(dice.Around(0.8f), 0);
            var line = new Curve().Through(from).Through(middle).Through(to).Open();
            yield return Stroke.Ridge(line, dice.Between(0.9f, 2f), dice.Between(0.5f, 1.3f));
        }
    }

    private static Stroke HemSeam(float hem, float length)
    {
        var side = length * 0.97f - hem * 0.16f;
        return Stroke.Seam(new Curve().Through(-hem, side).Through(0, length - 2).Through(hem, side).Open(), 0.05f);
    }
}
