using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Cuts;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Figures;

/// <summary>Trousers, shorts and skirts as they hang on a body.</summary>
internal sealed class Bottoms(Stance stance, Worn<BelowKind> below, Dice dice)
{
    private readonly Palette palette = new(below.Colour, below.SecondColour, below.Pattern, dice.Fork());

    public bool IsSkirt => below.Kind is BelowKind.Miniskirt or BelowKind.PencilSkirt or BelowKind.LongSkirt;

    /// <summary>Whether boots go over it rather than under it.</summary>
    public bool FitsIntoBoots => IsSkirt || below.Kind is BelowKind.Leggings or BelowKind.Shorts;

    public Material Cloth => palette.Printed(below.Kind switch
    {
        BelowKind.Jeans => Weave.Denim,
        BelowKind.Leggings => Weave.Jersey,
        BelowKind.WideTrousers or BelowKind.LongSkirt => Weave.Poplin,
        _ => Weave.Twill,
    }, default, 1, upright: true);

    /// <summary>Whether a hand may go into a pocket of it.</summary>
    public static bool HasPockets(BelowKind kind) => kind is BelowKind.Trousers or BelowKind.WideTrousers or BelowKind.Jeans or BelowKind.Shorts;

    public IEnumerable<Panel> Pieces() => below.Kind switch
    {
        BelowKind.Miniskirt => Skirts.Flared(stance, Cloth, Stance.Waist + 1, 113, 9, dice),
        BelowKind.PencilSkirt => Skirts.Close(stance, Cloth, Stance.Waist + 1, 129),
        BelowKind.LongSkirt => Skirts.Flared(stance, Cloth, Stance.Waist + 1, 148, 15, dice),
        _ => Trousers(),
    };

    private (float[] Ease, float To) Cut => below.Kind switch
    {
        BelowKind.Leggings => ([0.5f, 0.3f, 0.35f, 0.3f, 0.5f, 0.4f], 4.1f),
        BelowKind.Jeans => ([0.9f, 1, 1.3f, 1.5f, 2.6f, 2.9f], 4.75f),
        BelowKind.Trousers => ([1, 1.4f, 1.9f, 1.9f, 2.9f, 3.2f], 4.8f),
        BelowKind.WideTrousers => ([1, 1.7f, 3, 3.9f, 6, 6.6f], 5),
        _ => ([1, 1.5f, 2.6f, 2.6f, 2.6f, 2.6f], 1.4f),
    };

    private IEnumerable<Panel> Trousers()
    {
        var (ease, to) = Cut;
        var legs = new Dictionary<int, Vector3[]>();
        foreach (var side in new[] { -1, 1 })
        {
            var leg = stance.Leg(side);
            Vector3[] whole = [.. leg, leg[^1] + new Vector3(0, 6, 0)];
            legs[side] = Tube.Wider(whole, ease);
        }

        var seat = Seat();
        Vector2[][] parts = [Tube.Of(legs[-stance.Lean], 0, to), Tube.Of(legs[stance.Lean], 0, to), seat];
        List<Stroke> strokes = [.. Crotch(), Parting(legs[stance.Lean], to)];
        foreach (var side in new[] { -1, 1 })
        {
            strokes.AddRange(Leg(legs[side], side, to));
        }

        yield return new Panel(Shapes.Union(parts), Cloth)
        {
            Volumes = parts,
            Edge = 2.3f,
            EdgeWidth = 5.6f,
            Lift = 1.1f,
            Shadow = 0.55f,
            Folds = Folds,
            Strokes = strokes,
        };
        if (below.Kind != BelowKind.Leggings)
        {
            yield return Waistband();
            foreach (var part in Fly())
            {
                yield return part;
            }
        }
    }

    private FoldStyle Folds => below.Kind switch
    {
        BelowKind.Leggings => new(0.1f, 8, 2, 0.1f, 0.06f),
        BelowKind.WideTrousers => new(0.02f, 6, 6, 0.75f, 0.1f),
        BelowKind.Jeans => new(0.3f, 7, 1.6f, 0.25f, 0.3f),
        _ => new(0.08f, 7, 4, 0.35f, 0.15f),
    };

    private Vector2[] Seat()
    {
        var shape = new TrunkShape(stance, 0.9f, 0, 92);
        var curve = new Curve().Corner(stance.Side(-1, Stance.Waist - 0.5f, 0.6f)).Corner(stance.Side(1, Stance.Waist - 0.5f, 0.6f));
        foreach (var y in new[] { 70f, 77, 84, 91 })
        {
            curve.Through(shape.Side(1, y));
        }

        curve.Through(stance.Across(0.5f, 95)).Through(stance.Across(0, Stance.Crotch + 2)).Through(stance.Across(-0.5f, 95));
        foreach (var y in new[] { 91f, 84, 77, 70 })
        {
            curve.Through(shape.Side(-1, y));
        }

        return curve.Closed();
    }

    private IEnumerable<Stroke> Crotch()
    {
        var crotch = stance.Across(0, Stance.Crotch + 1.5f);
        foreach (var side in new[] { -1, 1 })
        {
            yield return Stroke.Ridge([crotch, stance.Across(side * 0.45f, 88.5f), stance.Across(side * 0.85f, 85.5f)], 0.9f, 0.34f);
            yield return Stroke.Ridge([crotch + new Vector2(0, 2), stance.Across(side * 0.5f, 96),
                stance.Across(side * 0.8f, 99)], 1f, 0.26f);
        }

        yield return Stroke.Seam([stance.Across(0, 68), stance.Across(0, 80), crotch], 0.1f);
    }

    /// <summary>Where the leg that carries lies before the other one.</summary>
    private Stroke Parting(Vector3[] leg, float to) => Stroke.Seam(
        [stance.Across(0, Stance.Crotch + 1), .. Enumerable.Range(0, 12)
            .Select(i => Tube.Beside(leg, 0.55f + (to - 0.55f) * i / 11f, stance.Lean * 0.98f))], 0.3f);

    private IEnumerable<Stroke> Leg(Vector3[] leg, int side, float to)
    {
        if (to < 2)
        {
            yield return Stroke.Seam([.. Enumerable.Range(0, 7).Select(i => Tube.Beside(leg, to - 0.07f, i / 3f - 1))], 0.05f);
            yield break;
        }

        // Cloth gathers behind the knee and over the shoe.
        foreach (var (place, depth) in new[] { (1.85f, 0.2f), (2.12f, 0.26f), (2.4f, 0.18f), (4.1f, 0.26f), (4.4f, 0.3f) })
        {
            if (place < to - 0.2f && below.Kind != BelowKind.WideTrousers)
            {
                Vector2[] fold = [Tube.Beside(leg, place, side * 0.95f), Tube.Beside(leg, place + 0.06f, 0),
                    Tube.Beside(leg, place - 0.03f, -side * 0.8f)];
                yield return Stroke.Ridge(fold, 0.85f, below.Kind == BelowKind.Leggings ? depth * 0.4f : depth);
            }
        }

        if (below.Kind is BelowKind.Trousers or BelowKind.WideTrousers)
        {
            yield return Stroke.Ridge([.. Enumerable.Range(0, 12)
                .Select(i => Tube.Beside(leg, 0.3f + (to - 0.3f) * i / 11f, 0.08f))], 0.4f, 0.22f);
        }

        if (below.Kind == BelowKind.Jeans)
        {
            var pale = palette.Main * 1.9f + new Vector3(0.03f, 0.034f, 0.04f);
            yield return Stroke.Rubbed([Tube.Beside(leg, 0.5f, 0), Tube.Beside(leg, 1.1f, 0.05f), Tube.Beside(leg, 1.75f, 0)],
                3.2f, pale, 0.4f);
            yield return Stroke.Rubbed([Tube.Beside(leg, 1.8f, 0), Tube.Beside(leg, 2.2f, 0.05f), Tube.Beside(leg, 2.9f, 0)],
                2.6f, pale, 0.3f);
            var thread = new Vector3(0.42f, 0.26f, 0.1f);
            yield return Stroke.Stitches([.. Enumerable.Range(0, 7).Select(i => Tube.Beside(leg, to - 0.12f, i / 3f - 1))], thread, 0.2f);
        }
    }

    private Panel Waistband()
    {
        var outline = new Curve().Corner(stance.Side(-1, 63.2f, 0.8f)).Through(stance.Across(0, 64.2f)).Corner(stance.Side(1, 63.2f, 0.8f))
            .Corner(stance.Side(1, 67, 1)).Through(stance.Across(0, 68.2f)).Corner(stance.Side(-1, 67, 1)).Closed();
        return new Panel(outline, Cloth with { Print = null }) { Edge = 0.8f, EdgeWidth = 2, Lift = 0.3f, Shadow = 0.3f };
    }

    private IEnumerable<Panel> Fly()
    {
        var metal = below.Kind == BelowKind.Jeans ? new Vector3(0.4f, 0.3f, 0.18f) : palette.Main * 0.5f;
        yield return new Panel(Shapes.Disc(stance.Across(0, 66), 0.75f),
            new Material(metal, Weave.Moulded) { Gloss = 0.3f, GlossSharpness = 30 }) { Edge = 0.15f, Lift = 0.3f };
    }
}
