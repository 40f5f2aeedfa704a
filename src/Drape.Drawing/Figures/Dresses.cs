using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Cuts;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Figures;

/// <summary>Dresses as they hang on a body: a skirt, and a bodice over its waist.</summary>
internal sealed class Dresses(Stance stance, Worn<DressKind> dress, Dice dice)
{
    private const float ShortSleeve = 2.15f;
    private readonly Palette palette = new(dress.Colour, dress.SecondColour, dress.Pattern, dice.Fork());

    /// <summary>Where its sleeves leave the arms bare, in knots of an arm.</summary>
    public float Bare => dress.Kind switch { DressKind.Summer => Sleeves.BareBelow(ShortSleeve), DressKind.Long => Sleeves.Cuff, _ => 0 };

    private Material Cloth => palette.Around(dress.Kind == DressKind.Sheath ? Weave.Twill : Weave.Poplin) with
    {
        Gloss = dress.Kind == DressKind.Evening ? 0.35f : 0,
        GlossSharpness = 7,
    };

    public IEnumerable<Panel> Body()
    {
        var skirt = dress.Kind switch
        {
            DressKind.Summer => Skirts.Flared(stance, Cloth, Stance.Waist, 124, 12, dice),
            DressKind.Sheath => Skirts.Close(stance, Cloth, Stance.Waist, 126),
            DressKind.Long => Skirts.Flared(stance, Cloth, Stance.Waist, 161, 15, dice),
            _ => Skirts.Flared(stance, Cloth, Stance.Waist, 172, 16, dice),
        };
        return [.. skirt, Bodice(), .. Straps()];
    }

    public IEnumerable<Panel> Sleeve(int side) => dress.Kind switch
    {
        DressKind.Summer => [Sleeves.Short(stance, side, Cloth, 1.7f, ShortSleeve)],
        DressKind.Long => Sleeves.Long(stance, side, Cloth, 1.9f, 0.3f, Cloth),
        _ => [],
    };

    private Panel Bodice()
    {
        var shape = new TrunkShape(stance, 0.8f, 0, 66);
        var curve = new Curve();
        switch (dress.Kind)
        {
            case DressKind.Evening:
                curve.Corner(stance.Across(-0.86f, 42)).Through(stance.Across(-0.45f, 39.4f)).Through(stance.Across(0, 43))
                    .Through(stance.Across(0.45f, 39.4f))
                    .Corner(stance.Across(0.86f, 42)).Corner(stance.Side(1, 46, 0.4f));
                break;
            case DressKind.Sheath:
                curve.Corner(-9, 30.6f).Through(-6, 35.4f).Through(0, 37).Through(6, 35.4f).Corner(9, 30.6f)
                    .Corner(stance.Side(1, 33, -2.6f) - new Vector2(0, 1.6f));
                break;
            default:
                curve.Corner(-7.2f, 29).Through(-4.4f, 35).Corner(0, 42).Through(4.4f, 35).Corner(7.2f, 29)
                    .Corner(stance.Side(1, 33.4f, 0.3f));
                break;
        }

        shape.Down(curve, 1);
        curve.Through(stance.Across(0, 67));
        shape.Up(curve, -1);
        curve.Corner(dress.Kind switch
        {
            DressKind.Evening => stance.Side(-1, 46, 0.4f),
            DressKind.Sheath => stance.Side(-1, 33, -2.6f) - new Vector2(0, 1.6f),
            _ => stance.Side(-1, 33.4f, 0.3f),
        });
        List<Stroke> strokes = [];
        foreach (var side in new[] { -1, 1 })
        {
            strokes.Add(Stroke.Ridge([shape.Side(side, 48), stance.Across(side * 0.6f, 51), stance.Across(side * 0.3f, 52)], 1, 0.3f));
            strokes.Add(Stroke.Ridge([stance.Across(side * 0.5f, 66), stance.Across(side * 0.55f, 59),
                stance.Across(side * 0.5f, 53)], 0.9f, 0.32f));
        }

        return new Panel(curve.Closed(), Cloth)
        {
            Edge = 2.7f, EdgeWidth = 7, Lift = 0.6f, Shadow = 0.45f, Strokes = strokes, Folds = new FoldStyle(0.1f, 7, 2.4f, 0.22f, 0.14f),
        };
    }

    private IEnumerable<Panel> Straps()
    {
        if (dress.Kind == DressKind.Evening)
        {
            foreach (var side in new[] { -1, 1 })
            {
                var strap = new Curve().Through(stance.Across(side * 0.55f, 41)).Through(side * 8.2f, 35)
                    .Through(side * 7.4f, 29.4f).Open();
                yield return new Panel(Shapes.Ribbon(strap, 1.1f), Cloth) { Edge = 0.2f, EdgeWidth = 0.5f, Lift = 0.3f };
            }
        }
    }
}
