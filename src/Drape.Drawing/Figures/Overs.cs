using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Cuts;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Figures;

/// <summary>Jackets and coats as they hang over the rest.</summary>
internal sealed class Overs(Stance stance, Worn<OverKind> over, Dice dice)
{
    private static readonly Vector3 Metal = new(0.5f, 0.5f, 0.52f);
    private readonly Palette palette = new(over.Colour, over.SecondColour, over.Pattern, dice.Fork());
    private readonly float opening = dice.Between(5.4f, 7);

    public Material Cloth => palette.Around(over.Kind switch
    {
        OverKind.Bomber => Weave.Shell,
        OverKind.DenimJacket => Weave.Denim,
        OverKind.Cardigan => Weave.Knit,
        OverKind.BikerJacket => Weave.Moulded,
        OverKind.Coat => Weave.Fleece,
        _ => Weave.Twill,
    }) with
    {
        Gloss = over.Kind switch { OverKind.BikerJacket => 0.34f, OverKind.Bomber => 0.14f, _ => 0 },
        GlossSharpness = over.Kind == OverKind.BikerJacket ? 9 : 7,
    };

    private Material Ribbing => palette.Plain(Weave.Rib);

    private bool Closed => over.Kind == OverKind.TrenchCoat;

    private TrunkShape Shape => over.Kind switch
    {
        OverKind.Blazer => new(stance, 2.8f, 0.9f, 91, 1.2f),
        OverKind.Bomber => new(stance, 4.2f, 1, 80),
        OverKind.BikerJacket => new(stance, 2.6f, 0.9f, 75),
        OverKind.DenimJacket => new(stance, 3.2f, 0.94f, 76),
        OverKind.Cardigan => new(stance, 3f, 0.96f, 101, 1.6f),
        OverKind.Coat => new(stance, 3.6f, 1, 127, 5),
        _ => new(stance, 3.2f, 0.72f, 122, 7.5f),
    };

    /// <summary>Whether a hand may go into a pocket of it.</summary>
    public static bool HasPockets(OverKind kind) => kind is OverKind.Blazer or OverKind.Cardigan or OverKind.Coat or OverKind.TrenchCoat;

    /// <summary>The inside of the back, seen between the fronts and below them.</summary>
    public IEnumerable<Panel> Back()
    {
        var shape = Shape;
        var curve = new Curve().Corner(-5.6f, 27.4f).Through(0, 26).Corner(5.6f, 27.4f).Corner(stance.Side(1, 34, 0.4f));
        shape.Down(curve, 1);
        curve.Through(stance.Across(0, shape.Hem - 2.5f));
        shape.Up(curve, -1).Corner(stance.Side(-1, 34, 0.4f));
        yield return new Panel(curve.Closed(), palette.Lining(Weave.Shell))
            { Edge = 0.5f, EdgeWidth = 3, Openness = 0.62f, Folds = new FoldStyle(0, 8, 4, 0.5f, 0.1f) };
    }

    public IEnumerable<Panel> Fronts()
    {
        foreach (var side in new[] { -1, 1 })
        {
            yield return Front(side);
        }

        foreach (var part in Details())
        {
            yield return part;
        }
    }

    public IEnumerable<Panel> Sleeve(int side) => over.Kind switch
    {
        OverKind.Bomber => Sleeves.Long(stance, side, Cloth, 3.1f, 0.35f, Ribbing),
        OverKind.Cardigan => Sleeves.Long(stance, side, Cloth, 2.4f, 0.35f, Ribbing),
        OverKind.DenimJacket => Sleeves.Long(stance, side, Cloth, 2.3f, 0.3f, Cloth),
        OverKind.Coat or OverKind.TrenchCoat => Sleeves.Long(stance, side, Cloth, 3f, over.Kind == OverKind.Coat ? 0 : 0.4f, Cloth),
        _ => Sleeves.Long(stance, side, Cloth, 2.1f, 0, Cloth),
    };

    private FoldStyle Folds => over.Kind switch
    {
        OverKind.Bomber => new(0.1f, 8, 2, 0.5f, 0.24f),
        OverKind.BikerJacket => new(0.3f, 8, 1.6f, 0.4f, 0.3f),
        OverKind.Coat or OverKind.TrenchCoat => new(0.02f, 10, 5, 0.5f, 0.1f),
        OverKind.Cardigan => new(0.03f, 9, 3.4f, 0.5f, 0.1f),
        _ => new(0.05f, 9, 3, 0.3f, 0.12f),
    };

    /// <summary>The edge of a front at a level: how far from the middle of the trunk.</summary>
    private float Open(float y) => Closed
        ? -3.6f
        : opening * Blend.Mix(0.8f, 1.2f, Blend.Step(40, Shape.Hem, y)) + (over.Kind == OverKind.Blazer ? 5 * Blend.Step(78, 92, y) : 0);

    private Panel Front(int side)
    {
        var shape = Shape;
        Vector2 Inner(float y) => new(stance.Centre(y) + side * Open(y), y);
        var curve = new Curve().Corner(side * 6.6f, 27.4f).Corner(stance.Side(side, 33.2f, 0.8f));
        shape.Down(curve, side);
        curve.Corner(Inner(shape.Hem + 0.8f));
        foreach (var y in ((float[])[150, 128, 108, 92, 76, 62]).Where(y => y < shape.Hem - 4))
        {
            curve.Through(Inner(y));
        }

        curve.Through(Inner(52)).Through(side * Blend.Mix(4.6f, MathF.Abs(Open(44)), 0.5f), 42).Through(side * 5.4f, 34);
        var pit = shape.Side(side, 47);
        return new Panel(curve.Closed(), Cloth)
        {
            Edge = 1.9f,
            EdgeWidth = 5.5f,
            Lift = 1.6f,
            Shadow = 0.6f,
            Folds = Folds,
            Strokes =
            [
                Stroke.Ridge([pit, stance.Across(side * 0.75f, 52), stance.Across(side * 0.5f, 56)], 1.1f, 0.4f),
                Stroke.Ridge([pit + new Vector2(0, 5), stance.Across(side * 0.8f, 62), stance.Across(side * 0.6f, 68)], 1.2f, 0.36f),
            ],
        };
    }

    private IEnumerable<Panel> Details() => over.Kind switch
    {
        OverKind.Blazer => [.. Lapels(61, 12.6f, 39), .. Flaps(), Button(63.5f, -0.3f)],
        OverKind.Coat => [.. Lapels(60, 13.6f, 40), .. Flaps()],
        OverKind.BikerJacket => [.. Lapels(55, 13, 38), .. Zips()],
        OverKind.TrenchCoat => [.. Lapels(52, 14, 39), .. Buttons(), .. Belt()],
        OverKind.Bomber => [Stand(), .. Edges(), .. Bands()],
        OverKind.DenimJacket => [.. Points(), .. Denim()],
        _ => Edges(),
    };

    /// <summary>Lapels that turn from a break point, with the collar above their notch.</summary>
    private IEnumerable<Panel> Lapels(float end, float reach, float notch)
    {
        foreach (var side in new[] { -1, 1 })
        {
            var tip = new Vector2(side * reach, notch);
            var foot = new Vector2(stance.Centre(end) + side * (Open(end) - 0.2f), end);
            var lapel = new Curve().Corner(side * 5, 31.4f).Corner(side * (reach - 3.4f), notch - 3.4f).Corner(tip)
                .Through((tip + foot) / 2 + new Vector2(side * 0.8f, 0.5f)).Corner(foot)
                .Through(Vector2.Lerp(foot, new Vector2(side * 4.6f, 31), 0.5f)).Closed();
            yield return new Panel(lapel, Cloth) { Edge = 0.5f, EdgeWidth = 1.2f, Lift = 0.8f, Shadow = 0.55f };
            var collar = new Curve().Corner(side * 4.9f, 25.2f).Through(side * 6.9f, 27).Corner(side * (reach - 2.2f), notch - 4.6f)
                .Corner(side * (reach - 4f), notch - 2.8f).Corner(side * 4.6f, 32.4f).Through(side * 4.7f, 28).Closed();
            yield return new Panel(collar, Cloth) { Edge = 0.5f, EdgeWidth = 1.2f, Lift = 0.7f, Shadow = 0.5f };
        }
    }

    private IEnumerable<Panel> Flaps()
    {
        foreach (var side in new[] { -1, 1 })
        {
            var y = Stance.Waist + (over.Kind == OverKind.Coat ? 14 : 11);
            var flap = new Curve().Corner(stance.Across(side * 0.58f, y)).Corner(stance.Across(side * 1.02f, y))
                .Corner(stance.Across(side * 1.03f, y + 4.2f))
                .Corner(stance.Across(side * 0.57f, y + 4.2f)).Closed();
            yield return new Panel(flap, Cloth) { Edge = 0.25f, EdgeWidth = 0.7f, Lift = 0.5f, Shadow = 0.5f };
        }
    }

    private Panel Button(float y, float x) => new(Shapes.Disc(new Vector2(stance.Centre(y) + x - Open(y) + 1.6f, y), 0.95f),
        new Material(palette.Main * 0.45f, Weave.Moulded) { Gloss = 0.2f, GlossSharpness = 20 }) { Edge = 0.15f, Lift = 0.3f };

    private IEnumerable<Panel> Buttons()
    {
        for (var y = 55f; y < 100; y += 14)
        {
            foreach (var x in new[] { -5f, 5 })
            {
                yield return new Panel(Shapes.Disc(new Vector2(stance.Centre(y) + x, y), 1.1f),
                    new Material(palette.Main * 0.3f, Weave.Moulded) { Gloss = 0.2f, GlossSharpness = 20 }) { Edge = 0.2f, Lift = 0.4f };
            }
        }
    }

    private IEnumerable<Panel> Belt()
    {
        var shape = Shape;
        var belt = new Curve().Corner(shape.Side(-1, 62.5f)).Through(stance.Across(0, 64)).Corner(shape.Side(1, 62.5f))
            .Corner(shape.Side(1, 67.5f))
            .Through(stance.Across(0, 69)).Corner(shape.Side(-1, 67.5f)).Closed();
        yield return new Panel(belt, Cloth) { Edge = 0.8f, EdgeWidth = 1.8f, Lift = 0.6f, Shadow = 0.55f };
        foreach (var (x, length) in new[] { (2.6f, 16f), (-0.6f, 12.5f) })
        {
            var start = stance.Across(0, 66.5f);
            var tail = new Curve().Through(start + new Vector2(x * 0.2f, 0)).Through(start + new Vector2(x, length * 0.5f))
                .Through(start + new Vector2(x * 1.3f, length)).Open();
            yield return new Panel(Shapes.Ribbon(tail, 3.2f), Cloth) { Edge = 0.5f, EdgeWidth = 1.1f, Lift = 0.7f };
        }

        yield return new Panel(Shapes.Oval(stance.Across(0, 66.4f), 2.4f, 2.9f), Cloth) { Edge = 0.9f, EdgeWidth = 1.5f, Lift = 0.5f };
    }

    private Panel Stand()
    {
        var outline = new Curve().Corner(-5.4f, 25.6f).Through(-4.6f, 29).Corner(-4.4f, 34.5f).Corner(-7.6f, 32.4f)
            .Through(-7.4f, 28).Closed();
        var other = new Curve().Corner(5.4f, 25.6f).Through(4.6f, 29).Corner(4.4f, 34.5f).Corner(7.6f, 32.4f).Through(7.4f, 28).Closed();
        return new Panel(Shapes.Union(outline, other), Ribbing) { Edge = 0.5f, EdgeWidth = 1.2f, Lift = 0.6f };
    }

    /// <summary>A band or a zip down the edge of each front.</summary>
    private IEnumerable<Panel> Edges()
    {
        var zip = over.Kind == OverKind.Bomber;
        foreach (var side in new[] { -1, 1 })
        {
            var line = new Curve();
            line.Through(side * 5.6f, 32);
            for (var y = 44f; y < Shape.Hem; y += 12)
            {
                line.Through(stance.Centre(y) + side * (y < 50 ? Blend.Mix(4.8f, Open(y), 0.6f) : Open(y) + 0.6f), y);
            }

            line.Through(stance.Centre(Shape.Hem) + side * (Open(Shape.Hem) + 0.6f), Shape.Hem + 0.8f);
            yield return new Panel(Shapes.Ribbon(line.Open(), zip ? 0.8f : 2.6f), zip
                ? new Material(Metal, Weave.Moulded) { Gloss = 0.4f, GlossSharpness = 30 } : Ribbing)
            {
                Edge = 0.3f, EdgeWidth = 0.7f, Lift = 0.4f,
            };
        }
    }

    private IEnumerable<Panel> Bands()
    {
        var shape = Shape;
        foreach (var side in new[] { -1, 1 })
        {
            var band = new Curve().Corner(shape.Side(side, shape.Hem - 4.5f))
                .Corner(shape.Side(side, shape.Hem + 0.3f) - new Vector2(side, 0))
                .Corner(stance.Centre(shape.Hem) + side * Open(shape.Hem), shape.Hem + 1.4f)
                .Corner(stance.Centre(shape.Hem) + side * Open(shape.Hem), shape.Hem - 3.4f).Closed();
            yield return new Panel(band, Ribbing) { Edge = 0.8f, EdgeWidth = 2, Lift = 0.4f };
        }
    }

    private IEnumerable<Panel> Zips()
    {
        var metal = new Material(Metal, Weave.Moulded) { Gloss = 0.5f, GlossSharpness = 30 };
        foreach (var side in new[] { -1, 1 })
        {
            Vector2[] pocket = [stance.Across(side * 0.86f, 60), stance.Across(side * 0.62f, 70)];
            yield return new Panel(Shapes.Ribbon(pocket, 0.9f), metal) { Edge = 0.2f, EdgeWidth = 0.4f, Lift = 0.3f };
            var line = new Curve().Through(stance.Centre(55) + side * Open(55), 55)
                .Through(stance.Centre(64) + side * (Open(64) + 0.4f), 64)
                .Through(stance.Centre(74) + side * (Open(74) + 0.5f), 74.5f).Open();
            yield return new Panel(Shapes.Ribbon(line, 0.9f), metal) { Edge = 0.2f, EdgeWidth = 0.4f, Lift = 0.3f };
        }
    }

    private IEnumerable<Panel> Points()
    {
        foreach (var side in new[] { -1, 1 })
        {
            var leaf = new Curve().Corner(side * 5.2f, 25.4f).Through(side * 7.2f, 28).Corner(side * 11.4f, 36.6f)
                .Corner(side * 4.6f, 35.4f)
                .Through(side * 4.4f, 30).Closed();
            yield return new Panel(leaf, Cloth) { Edge = 0.4f, EdgeWidth = 1, Lift = 0.7f, Shadow = 0.5f };
        }
    }

    private IEnumerable<Panel> Denim()
    {
        var thread = new Vector3(0.42f, 0.26f, 0.1f);
        foreach (var side in new[] { -1, 1 })
        {
            var flap = new Curve().Corner(stance.Across(side * 0.46f, 45)).Corner(stance.Across(side * 0.94f, 45))
                .Corner(stance.Across(side * 0.94f, 48))
                .Corner(stance.Across(side * 0.7f, 50.4f)).Corner(stance.Across(side * 0.46f, 48)).Closed();
            yield return new Panel(flap, Cloth) { Edge = 0.25f, EdgeWidth = 0.7f, Lift = 0.4f,
                Strokes = [Stroke.Stitches(flap, thread, 0.25f)] };
        }
    }
}
