using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Cuts;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Figures;

/// <summary>Skirts, by themselves or below the waist of a dress.</summary>
internal static class Skirts
{
    private const float Hips = 84;

    /// <summary>A skirt that widens towards a hem in waves.</summary>
    public static IEnumerable<Panel> Flared(Stance stance, Material cloth, float waist, float hem, float flare, Dice dice)
    {
        Vector2 Side(int side, float y)
        {
            var share = (y - waist) / (hem - waist);
            var wide = stance.Half(waist) + 1 + (stance.Half(Hips) + flare - stance.Half(waist)) * MathF.Pow(share, 0.72f);
            var middle = stance.Centre(MathF.Min(y, Hips)) * (1 - 0.5f * share);
            return new Vector2(middle + side * wide, y + (stance.Side(side, waist).Y - waist) * (1 - share));
        }

        Vector2 Across(float share, float y) => Vector2.Lerp(Side(-1, y), Side(1, y), (share + 1) / 2);

        var curve = new Curve().Corner(Side(-1, waist)).Through(Across(0, waist + 1)).Corner(Side(1, waist));
        float[] levels = [0.2f, 0.4f, 0.6f, 0.8f];
        foreach (var share in levels)
        {
            curve.Through(Side(1, waist + (hem - waist) * share));
        }

        curve.Corner(Side(1, hem));
        var waves = 5 + (int)(flare / 4);
        for (var i = 1; i < 2 * waves; i++)
        {
            var share = 1 - i / (float)waves;
            curve.Through(Across(share, hem) + new Vector2(0,
                1.6f * (1 - share * share) + (i % 2 == 0 ? 0.07f : -0.02f) * flare + dice.Around(0.3f)));
        }

        curve.Corner(Side(-1, hem));
        foreach (var share in levels.Reverse())
        {
            curve.Through(Side(-1, waist + (hem - waist) * share));
        }

        List<Stroke> strokes = [];
        for (var i = 1; i < 2 * waves; i += 2)
        {
            // Pleats fan out from the waist and are highest near the hem.
            var share = 1 - i / (float)waves + dice.Around(0.04f);
            strokes.Add(Stroke.Ridge([Across(share, hem + 1), Across(share * 0.97f, Hips + (hem - Hips) * 0.5f),
                Across(share * 0.9f, waist + 6)], 1.3f, 0.9f));
        }

        yield return new Panel(curve.Closed(), cloth)
        {
            Edge = 2.6f, EdgeWidth = 7, Lift = 1.6f, Shadow = 0.6f, Strokes = strokes, Folds = new FoldStyle(0, 6, 5, 0.5f, 0.1f),
        };
        yield return Band(stance, cloth, waist);
    }

    /// <summary>A skirt that follows hips and thighs.</summary>
    public static IEnumerable<Panel> Close(Stance stance, Material cloth, float waist, float hem)
    {
        Vector2 Side(int side, float y)
        {
            var middle = stance.Centre(MathF.Min(y, Hips)) * (1 - 0.35f * Math.Clamp((y - Hips) / 45, 0, 1));
            var half = y < 94 ? stance.Half(y) + 0.9f : stance.Half(94) + 0.9f - 0.045f * (y - 94);
            return stance.Side(side, y) with { X = middle + side * half };
        }

        var curve = new Curve().Corner(Side(-1, waist)).Through(stance.Across(0, waist + 1)).Corner(Side(1, waist));
        float[] levels = [70, 77, 84, 92, 102, 114];
        foreach (var y in levels.Where(y => y < hem - 3))
        {
            curve.Through(Side(1, y));
        }

        curve.Corner(Side(1, hem)).Through((Side(1, hem) + Side(-1, hem)) / 2 + new Vector2(0, 1.4f)).Corner(Side(-1, hem));
        foreach (var y in levels.Reverse().Where(y => y < hem - 3))
        {
            curve.Through(Side(-1, y));
        }

        var middle = stance.Across(0, 90);
        yield return new Panel(curve.Closed(), cloth)
        {
            Edge = 3,
            EdgeWidth = 8,
            Lift = 1.4f,
            Shadow = 0.6f,
            Folds = new FoldStyle(0.1f, 9, 3, 0.25f, 0.12f),
            Strokes =
            [
                Stroke.Ridge([Side(-1, 88), middle + new Vector2(-5, 1), middle + new Vector2(3, 0)], 1.1f, 0.3f),
                Stroke.Ridge([Side(1, 92), middle + new Vector2(5, 5), middle + new Vector2(-3, 5)], 1.1f, 0.3f),
                Stroke.Ridge([middle + new Vector2(0, 36), middle + new Vector2(-0.5f, 18), middle + new Vector2(0, 6)], 2, 0.35f),
            ],
        };
        yield return Band(stance, cloth, waist);
    }

    private static Panel Band(Stance stance, Material cloth, float waist)
    {
        var outline = new Curve().Corner(stance.Side(-1, waist - 1.4f, 1)).Through(stance.Across(0, waist - 0.4f))
            .Corner(stance.Side(1, waist - 1.4f, 1))
            .Corner(stance.Side(1, waist + 1.6f, 1.1f)).Through(stance.Across(0, waist + 2.6f))
            .Corner(stance.Side(-1, waist + 1.6f, 1.1f)).Closed();
        return new Panel(outline, cloth) { Edge = 0.7f, EdgeWidth = 1.8f, Lift = 0.25f, Shadow = 0.3f };
    }
}
