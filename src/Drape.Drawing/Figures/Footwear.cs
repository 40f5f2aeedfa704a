using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Cuts;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Figures;

/// <summary>Shoes on feet that stand, seen from the front, the toes turned a little outwards.</summary>
internal sealed class Footwear(Stance stance, Worn<ShoeKind> shoes, Dice dice)
{
    private readonly Palette palette = new(shoes.Colour, shoes.SecondColour, GarmentPattern.Solid, dice.Fork());

    private Material Leather => palette.Plain(shoes.Kind == ShoeKind.Sneakers ? Weave.Mesh : Weave.Moulded) with
    {
        Gloss = shoes.Kind switch { ShoeKind.Pumps => 0.3f, ShoeKind.Boots or ShoeKind.Loafers => 0.2f, _ => 0.02f },
        GlossSharpness = 10,
    };

    public bool AreBoots => shoes.Kind == ShoeKind.Boots;

    public IEnumerable<Panel> Pair(Limbs limbs) => ((int[])[-stance.Lean, stance.Lean]).SelectMany(side => One(side, limbs));

    private IEnumerable<Panel> One(int side, Limbs limbs)
    {
        var ankle = Tube.At(stance.Leg(side), 4);
        var foot = new Vector2(ankle.X, ankle.Y);
        var toe = limbs.Toe(side);
        return shoes.Kind switch
        {
            ShoeKind.Sneakers => Sneaker(foot, toe),
            ShoeKind.Pumps => Pump(foot, toe),
            ShoeKind.Loafers => Loafer(foot, toe),
            _ => Boot(side, foot, toe),
        };
    }

    private static Vector2[] Body(Vector2 foot, float toe, float top, float wide)
    {
        var curve = new Curve();
        foreach (var (x, y) in new[]
        {
            (-3.6f, top), (-4f, 2.6f), (-4.5f + toe, 6), (-4.3f + 1.8f * toe, 8.6f), (-2.2f + 2 * toe, 9.8f), (2.2f + 2 * toe, 9.8f),
            (4.3f + 1.8f * toe, 8.6f), (4.5f + toe, 6), (4f, 2.6f), (3.6f, top),
        })
        {
            curve.Through(foot + new Vector2(x * wide, y));
        }

        return curve.Closed();
    }

    private IEnumerable<Panel> Sneaker(Vector2 foot, float toe)
    {
        yield return new Panel(Body(foot, toe, -2.6f, 1), Leather) { Edge = 1.5f, EdgeWidth = 3, Lift = 1, Shadow = 0.5f };
        var sole = new Curve().Corner(foot + new Vector2(-4.7f + toe, 6.6f)).Through(foot + new Vector2(-2.6f + 2 * toe, 8.7f))
            .Through(foot + new Vector2(2.6f + 2 * toe, 8.7f)).Corner(foot + new Vector2(4.7f + toe, 6.6f))
            .Through(foot + new Vector2(4.6f + 1.8f * toe, 9.3f))
            .Through(foot + new Vector2(2.2f + 2 * toe, 10.5f)).Through(foot + new Vector2(-2.2f + 2 * toe, 10.5f))
            .Through(foot + new Vector2(-4.6f + 1.8f * toe, 9.3f)).Closed();
        yield return new Panel(sole, new Material(palette.Second, Weave.Moulded)) { Edge = 0.6f, EdgeWidth = 1, Lift = 0.3f };
        var tongue = new Curve().Corner(foot + new Vector2(-1.9f, -2.8f)).Corner(foot + new Vector2(1.9f, -2.8f))
            .Corner(foot + new Vector2(1.5f + 1.2f * toe, 5.4f))
            .Corner(foot + new Vector2(-1.5f + 1.2f * toe, 5.4f)).Closed();
        List<Stroke> laces = [];
        for (var y = -1.6f; y < 5; y += 1.5f)
        {
            var x = Blend.Step(0, 6, y) * toe;
            laces.Add(Stroke.Line([foot + new Vector2(-1.7f + x, y), foot + new Vector2(1.7f + x, y + 0.5f)], 0.55f,
                palette.Second * 0.95f));
        }

        yield return new Panel(tongue, Leather with { Colour = palette.Main * 0.9f })
            { Edge = 0.5f, EdgeWidth = 1, Lift = 0.3f, Strokes = laces };
    }

    private IEnumerable<Panel> Loafer(Vector2 foot, float toe)
    {
        var body = new Curve().Corner(foot + new Vector2(-3.6f, 0.6f)).Through(foot + new Vector2(-4.3f + toe, 5.6f))
            .Through(foot + new Vector2(-3.6f + 1.9f * toe, 9.2f))
            .Through(foot + new Vector2(2 * toe, 10.3f)).Through(foot + new Vector2(3.6f + 1.9f * toe, 9.2f))
            .Through(foot + new Vector2(4.3f + toe, 5.6f))
            .Corner(foot + new Vector2(3.6f, 0.6f)).Through(foot + new Vector2(2.2f + toe, 3.4f))
            .Through(foot + new Vector2(toe, 4.2f)).Through(foot + new Vector2(-2.2f + toe, 3.4f));
        yield return new Panel(body.Closed(), Leather)
        {
            Edge = 1.3f, EdgeWidth = 2.4f, Lift = 0.6f,
            Strokes = [Stroke.Seam([foot + new Vector2(-2.8f + toe, 4.6f), foot + new Vector2(1.4f * toe, 6.6f),
                foot + new Vector2(2.8f + toe, 4.6f)], 0.12f)],
        };
    }

    private IEnumerable<Panel> Pump(Vector2 foot, float toe)
    {
        var body = new Curve().Corner(foot + new Vector2(-3.1f, 1.4f)).Through(foot + new Vector2(-3.5f + toe, 5.8f))
            .Through(foot + new Vector2(-2.1f + 2 * toe, 9.4f))
            .Corner(foot + new Vector2(2.6f * toe, 11.2f)).Through(foot + new Vector2(2.1f + 2 * toe, 9.4f))
            .Through(foot + new Vector2(3.5f + toe, 5.8f))
            .Corner(foot + new Vector2(3.1f, 1.4f)).Through(foot + new Vector2(1.9f + toe, 5.2f))
            .Through(foot + new Vector2(1.4f * toe, 6.6f)).Through(foot + new Vector2(-1.9f + toe, 5.2f));
        yield return new Panel(body.Closed(), Leather) { Edge = 1.2f, EdgeWidth = 2, Lift = 0.5f };
    }

    private IEnumerable<Panel> Boot(int side, Vector2 foot, float toe)
    {
        var leg = Tube.Wider(stance.Leg(side), 1, 1, 1, 1.2f, 1.7f);
        yield return new Panel(Body(foot, toe, -2, 1.02f), Leather) { Edge = 1.5f, EdgeWidth = 3, Lift = 1 };
        var sole = new Curve().Corner(foot + new Vector2(-4.6f + 1.4f * toe, 8.4f)).Through(foot + new Vector2(2 * toe, 10))
            .Corner(foot + new Vector2(4.6f + 1.4f * toe, 8.4f))
            .Through(foot + new Vector2(3f + 2 * toe, 10.4f)).Through(foot + new Vector2(-3f + 2 * toe, 10.4f)).Closed();
        yield return new Panel(sole, new Material(palette.Main * 0.35f, Weave.Moulded)) { Edge = 0.3f, EdgeWidth = 0.6f, Shadow = 0.2f };
        Vector2[] shaft = Tube.Of(leg, 2.75f, 4);
        yield return new Panel(Shapes.Union(shaft, Shapes.Oval(foot + new Vector2(0, 0.6f), 4.3f, 2.8f)), Leather)
        {
            Edge = 1.5f,
            EdgeWidth = 3.2f,
            Lift = 0.7f,
            Shadow = 0.35f,
            Folds = new FoldStyle(1.2f, 5, 1.6f, 0.18f, 0.12f),
            Strokes =
            [
                Stroke.Ridge([Tube.Beside(leg, 3.75f, 0.9f), Tube.Beside(leg, 3.85f, 0), Tube.Beside(leg, 3.75f, -0.8f)], 0.8f, 0.3f),
                Stroke.Ridge([Tube.Beside(leg, 3.9f, -0.9f), Tube.Beside(leg, 3.97f, 0), Tube.Beside(leg, 3.9f, 0.8f)], 0.8f, 0.3f),
            ],
        };
    }
}
