using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Cuts;

/// <summary>Coat hangers: wooden or plastic shoulders, or a bar with clips, on a metal hook.</summary>
internal static class Hanger
{
    private static readonly Vector3 Steel = new(0.4f, 0.4f, 0.41f);

    /// <summary>A hanger whose shoulders meet at a point, in centimetres of the garment.</summary>
    public static IEnumerable<Panel> Shoulders(Vector2 neck, float halfWidth, Dice dice)
    {
        yield return Hook(neck);
        var outline = new Curve()
            .Through(neck + new Vector2(0, -1.6f)).Through(neck + new Vector2(3, -1))
            .Through(neck + new Vector2(halfWidth * 0.6f, 5)).Corner(neck + new Vector2(halfWidth, 10))
            .Corner(neck + new Vector2(halfWidth - 1, 11.6f)).Through(neck + new Vector2(halfWidth * 0.55f, 7.2f))
            .Through(neck + new Vector2(0, 1.6f));
        yield return new Panel(MirroredAt(outline.Open(), neck.X), Stuff(dice))
        {
            Edge = 0.7f,
            EdgeWidth = 1.1f,
            Lift = 0.8f,
            Folds = FoldStyle.None,
        };
    }

    /// <summary>A bar with two clips that hold a waistband.</summary>
    public static IEnumerable<Panel> Clips(Vector2 waist, float halfWidth, Dice dice)
    {
        var bar = waist + new Vector2(0, -4);
        yield return Hook(bar);
        var stuff = Stuff(dice);
        Vector2[] line = [bar + new Vector2(-halfWidth - 2, 0), bar, bar + new Vector2(halfWidth + 2, 0)];
        yield return new Panel(Shapes.Ribbon(line, 1.3f), stuff) { Edge = 0.5f, Lift = 0.7f };
        foreach (var side in new[] { -1, 1 })
        {
            var x = waist.X + side * (halfWidth - 1.5f);
            var clip = new Curve()
                .Corner(x - 1.2f, bar.Y - 1.2f).Corner(x + 1.2f, bar.Y - 1.2f)
                .Corner(x + 1.7f, waist.Y + 3.2f).Corner(x - 1.7f, waist.Y + 3.2f).Closed();
            yield return new Panel(clip, stuff) { Edge = 0.5f, EdgeWidth = 0.7f, Lift = 0.6f };
        }
    }

    private static Vector2[] MirroredAt(Vector2[] half, float x) =>
        Shapes.Between(half, [.. half.Select(p => new Vector2(2 * x - p.X, p.Y))]);

    private static Material Stuff(Dice dice) => dice.Chance(0.5f)
        ? new Material(new Vector3(0.018f), Weave.Moulded) { Gloss = 0.25f, GlossSharpness = 20 }
        : new Material(new Vector3(0.38f, 0.22f, 0.1f), Weave.Moulded) { Gloss = 0.12f };

    private static Panel Hook(Vector2 neck)
    {
        var line = new Curve()
            .Through(neck).Through(neck + new Vector2(0, -4.5f)).Through(neck + new Vector2(1.4f, -6.2f))
            .Through(neck + new Vector2(2.6f, -8.2f)).Through(neck + new Vector2(1.4f, -10.6f))
            .Through(neck + new Vector2(-1, -10.8f)).Through(neck + new Vector2(-2.4f, -9f)).Open();
        var steel = new Material(Steel, Weave.Moulded) { Gloss = 0.6f, GlossSharpness = 30 };
        return new Panel(Shapes.Ribbon(line, 0.45f), steel)
        {
            Edge = 0.2f,
            EdgeWidth = 0.22f,
            Lift = 0.8f,
        };
    }
}
