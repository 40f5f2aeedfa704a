using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Cuts;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Figures;

/// <summary>Tops as they hang on a body.</summary>
internal sealed class Tops(Stance stance, Worn<TopKind> top, bool tucked, Dice dice)
{
    private const float ShortSleeve = 2.3f;
    private static readonly Vector3 Pearl = new(0.66f, 0.64f, 0.6f);
    private readonly Palette palette = new(top.Colour, top.SecondColour, top.Pattern, dice.Fork());
    private readonly int folding = (int)(dice.Next() % 1000);

    private Weave Weave => top.Kind switch
    {
        TopKind.Shirt => Weave.Poplin,
        TopKind.Sweater => Weave.Knit,
        TopKind.Turtleneck => Weave.Rib,
        TopKind.Hoodie => Weave.Fleece,
        _ => Weave.Jersey,
    };

    private Material Around => palette.Around(Weave, top.Kind == TopKind.Shirt);

    private Material Ribbing => palette.Plain(Weave.Rib);

    private TrunkShape Shape => top.Kind switch
    {
        TopKind.TankTop => new(stance, 0.7f, 0.5f, tucked ? 66.5f : 84),
        TopKind.TShirt => new(stance, 1.5f, tucked ? 0.82f : 0.94f, tucked ? 67 : 87),
        TopKind.Shirt => new(stance, 2f, tucked ? 0.86f : 0.97f, tucked ? 67 : 90),
        TopKind.Sweater => new(stance, 2.8f, tucked ? 0.9f : 1, tucked ? 68 : 85),
        TopKind.Turtleneck => new(stance, 1, 0.8f, tucked ? 66.5f : 84),
        _ => new(stance, 3.8f, 1.02f, 86),
    };

    /// <summary>The level at which it ends.</summary>
    public float Hem => Shape.Hem;

    /// <summary>Where its sleeves leave the arms bare, in knots of an arm.</summary>
    public float Bare => top.Kind switch { TopKind.TankTop => 0, TopKind.TShirt => Sleeves.BareBelow(ShortSleeve), _ => Sleeves.Cuff };

    /// <summary>What is seen of its back, inside the neckline.</summary>
    public IEnumerable<Panel> Back()
    {
        if (top.Kind is TopKind.Hoodie)
        {
            var hood = new Curve().Through(0, 22).Through(8, 23).Through(11.5f, 28).Through(10, 34).Through(0, 36).Mirrored().Closed();
            yield return new Panel(hood, palette.Lining(Weave)) { Edge = 0.8f, EdgeWidth = 2 };
        }

        var back = new Curve().Through(0, 27.2f).Through(5.4f, 27).Corner(7.6f, 29.5f).Through(0, 31).Mirrored().Closed();
        yield return new Panel(back, palette.Lining(Weave)) { Edge = 0.2f, Openness = 0.8f };
    }

    public IEnumerable<Panel> Body()
    {
        var shape = Shape;
        var (half, depth) = Neckline();
        var curve = new Curve().Corner(-half, 28.6f).Through(-half * 0.72f, Blend.Mix(28.6f, depth, 0.75f)).Through(0, depth)
            .Through(half * 0.72f, Blend.Mix(28.6f, depth, 0.75f)).Corner(half, 28.6f);
        curve.Corner(ShoulderTip(1));
        shape.Down(curve, 1);
        var dip = top.Kind == TopKind.Shirt && !tucked ? 3.5f : 1.2f;
        curve.Through(stance.Across(0.5f, Hem + dip)).Through(stance.Across(-0.5f, Hem + dip));
        shape.Up(curve, -1).Corner(ShoulderTip(-1));
        yield return new Panel(curve.Closed(), palette.Printed(Weave, new Vector2(0, 49), 9, top.Kind == TopKind.Shirt))
        {
            Edge = 2.7f,
            EdgeWidth = 8,
            Lift = 1,
            Shadow = 0.55f,
            Folds = Folds,
            Strokes = [.. Tension(shape)],
        };
        foreach (var part in Details(shape, half, depth))
        {
            yield return part;
        }
    }

    public IEnumerable<Panel> Sleeve(int side) => top.Kind switch
    {
        TopKind.TankTop => [],
        TopKind.TShirt => [Sleeves.Short(stance, side, Around, 1.5f, ShortSleeve)],
        TopKind.Shirt => Sleeves.Long(stance, side, Around, 1.7f, 0.38f, Around),
        TopKind.Turtleneck => Sleeves.Long(stance, side, Around, 0.8f, 0, Ribbing),
        TopKind.Sweater => Sleeves.Long(stance, side, Around, 2.1f, 0.35f, Ribbing),
        _ => Sleeves.Long(stance, side, Around, 2.6f, 0.35f, Ribbing),
    };

    private FoldStyle Folds => top.Kind switch
    {
        TopKind.Sweater or TopKind.Hoodie => new(0.05f + 0.0004f * folding, 10, 2, 0.4f, 0.14f),
        TopKind.Turtleneck or TopKind.TankTop => new(0.1f, 8, 2.4f, 0.22f, 0.1f),
        _ => new(0.12f - 0.0003f * folding, 7.5f, 2.8f, 0.42f, 0.24f),
    };

    private (float Half, float Depth) Neckline() => top.Kind switch
    {
        TopKind.TankTop => (8.4f, 39),
        TopKind.Shirt => (5.4f, 36),
        TopKind.Turtleneck => (6.2f, 31),
        TopKind.Hoodie => (7.4f, 33),
        _ => (6.8f, 32.6f),
    };

    private Vector2 ShoulderTip(int side) => top.Kind == TopKind.TankTop
        ? stance.Side(side, 33, -4.4f) - new Vector2(0, 2.1f)
        : stance.Side(side, 33.4f, 0.3f);

    /// <summary>Folds from the armpits and, on a tucked top, above the waist.</summary>
    private IEnumerable<Stroke> Tension(TrunkShape shape)
    {
        foreach (var side in new[] { -1, 1 })
        {
            var pit = shape.Side(side, 47);
            yield return Stroke.Ridge([pit, stance.Across(side * 0.55f, 51), stance.Across(side * 0.2f, 53.5f)], 1, 0.35f);
            yield return Stroke.Ridge([pit + new Vector2(0, 3), stance.Across(side * 0.6f, 58), stance.Across(side * 0.35f, 64)],
                1.1f, 0.32f);
            if (tucked)
            {
                yield return Stroke.Ridge([stance.Across(side * 0.45f, 66), stance.Across(side * 0.5f, 61),
                    stance.Across(side * 0.4f, 55)], 0.9f, 0.4f);
                yield return Stroke.Ridge([stance.Across(side * 0.8f, 66), stance.Across(side * 0.78f, 60)], 0.9f, 0.4f);
            }
        }
    }

    private IEnumerable<Panel> Details(TrunkShape shape, float half, float depth) => top.Kind switch
    {
        TopKind.Shirt => ShirtDetails(depth),
        TopKind.Turtleneck => [Roll()],
        TopKind.Hoodie => HoodieDetails(shape),
        TopKind.TankTop => [],
        TopKind.Sweater => [Collar(half, depth, 1.9f), .. tucked ? [] : (Panel[])[Band(shape)]],
        _ => [Collar(half, depth, 1.1f)],
    };

    private Panel Collar(float half, float depth, float width)
    {
        var line = new Curve().Through(-half - 0.1f, 28.2f).Through(-half * 0.72f, Blend.Mix(28.6f, depth, 0.75f)).Through(0, depth)
            .Through(half * 0.72f, Blend.Mix(28.6f, depth, 0.75f)).Through(half + 0.1f, 28.2f).Open();
        return new Panel(Shapes.Ribbon(line, width), Ribbing) { Edge = 0.3f, EdgeWidth = 0.7f, Lift = 0.3f, Shadow = 0.4f };
    }

    private Panel Roll()
    {
        var half = stance.IsBroad ? 6.4f : 5.2f;
        var outline = new Curve().Corner(-half, 22.6f).Through(0, 24.2f).Corner(half, 22.6f).Through(half + 0.5f, 27)
            .Corner(half + 1.4f, 30.6f)
            .Through(0, 32.4f).Corner(-half - 1.4f, 30.6f).Through(-half - 0.5f, 27).Closed();
        return new Panel(outline, Ribbing) { Edge = 0.9f, EdgeWidth = 2.4f, Folds = new FoldStyle(1.5f, 3, 2, 0.25f, 0.1f) };
    }

    private Panel Band(TrunkShape shape)
    {
        var curve = new Curve().Corner(shape.Side(-1, Hem - 4.2f)).Through(stance.Across(0, Hem - 3.2f)).Corner(shape.Side(1, Hem - 4.2f))
            .Corner(shape.Side(1, Hem) - new Vector2(0.8f, 0)).Through(stance.Across(0, Hem + 1.3f))
            .Corner(shape.Side(-1, Hem) + new Vector2(0.8f, 0));
        return new Panel(curve.Closed(), Ribbing) { Edge = 0.9f, EdgeWidth = 2.2f, Lift = 0.3f, Shadow = 0.3f };
    }

    private IEnumerable<Panel> ShirtDetails(float depth)
    {
        var line = new Curve().Corner(0, depth - 0.5f).Through(stance.Centre(60), 60).Corner(stance.Centre(Hem), Hem + 2).Open();
        yield return new Panel(Shapes.Ribbon(line, 2.8f), Around) { Edge = 0.14f, EdgeWidth = 0.5f, Lift = 0.3f, Shadow = 0.45f };
        for (var y = depth + 4.5f; y < Hem - 2; y += 8.6f)
        {
            yield return new Panel(Shapes.Disc(new Vector2(stance.Centre(y), y), 0.6f),
                new Material(Pearl * 0.9f, Weave.Moulded)) { Edge = 0.1f, Shadow = 0.5f, Lift = 0.25f };
        }

        foreach (var side in new[] { -1, 1 })
        {
            var leaf = new Curve().Corner(side * 5.2f, 25.4f).Through(side * 6.9f, 28).Corner(side * 6.6f, 36.4f)
                .Corner(side * 0.2f, depth + 0.5f)
                .Through(side * 4, 30).Closed();
            yield return new Panel(leaf, Around) { Edge = 0.3f, EdgeWidth = 0.9f, Lift = 0.6f, Shadow = 0.5f };
        }
    }

    private IEnumerable<Panel> HoodieDetails(TrunkShape shape)
    {
        yield return Band(shape);
        var pocket = new Curve().Corner(stance.Across(-0.42f, 67)).Corner(stance.Across(0.42f, 67)).Corner(stance.Across(0.74f, 76))
            .Corner(stance.Across(0.74f, 81)).Corner(stance.Across(-0.74f, 81)).Corner(stance.Across(-0.74f, 76)).Closed();
        yield return new Panel(pocket, Around) { Edge = 0.4f, EdgeWidth = 1.2f, Lift = 0.5f, Shadow = 0.5f, Folds = Folds };
        foreach (var side in new[] { -1, 1 })
        {
            var hood = new Curve().Corner(side * 0.3f, 35.4f).Through(side * 5, 31.4f).Through(side * 6.4f, 25).Through(side * 9.6f, 25.5f)
                .Through(side * 11, 30).Through(side * 7, 34.5f).Closed();
            yield return new Panel(hood, Around) { Edge = 0.8f, EdgeWidth = 1.8f, Lift = 0.8f, Shadow = 0.5f };
            var cord = new Curve().Through(side * 1.6f, 34.8f).Through(side * 2.4f, 40).Through(side * 2, 46 + side).Open();
            yield return new Panel(Shapes.Ribbon(cord, 0.7f), palette.Plain(Weave.Moulded) with { Colour = palette.Second })
                { Edge = 0.2f, EdgeWidth = 0.4f, Lift = 0.4f };
        }
    }
}
