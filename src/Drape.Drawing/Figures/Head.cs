using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Cuts;
using Drape.Drawing.Geometry;
using Drape.Drawing.Photography;

namespace Drape.Drawing.Figures;

/// <summary>Head, quiet face and hair. Drawn upright and then turned about the neck.</summary>
internal sealed class Head(Stance stance, HairKind kind, Vector3 skin, Vector3 hairColour, Dice dice)
{
    private static readonly Vector3 Rouge = new(0.55f, 0.12f, 0.13f);
    private const float Size = 1.05f;
    private readonly Matrix3x2 turn = Matrix3x2.CreateScale(Size, new Vector2(0, 23.5f)) * Matrix3x2.CreateRotation(stance.Nod,
        new Vector2(0, 22));
    private readonly Material hair = new(hairColour, Weave.Moulded)
    {
        Print = new Strands(hairColour, kind == HairKind.Curls, dice),
        Gloss = kind == HairKind.Curls ? 0 : 0.07f,
        GlossSharpness = 12,
    };

    private Vector3 Crease => skin * new Vector3(0.58f, 0.4f, 0.34f);

    private Vector3 Dark => Vector3.Lerp(hairColour, new Vector3(0.012f, 0.01f, 0.009f), 0.6f);

    /// <summary>Hair that falls behind neck and shoulders.</summary>
    public IEnumerable<Panel> Behind()
    {
        var outline = kind switch
        {
            HairKind.Long => new Curve().Through(0, 0).Through(7.4f, 3).Through(9.6f, 12).Through(9.4f, 24).Through(10.6f, 34)
                .Through(9.8f, 43).Through(6, 45.5f).Through(0, 44).Mirrored().Closed(),
            HairKind.Bob => new Curve().Through(0, 0).Through(7.4f, 3).Through(9.8f, 12).Through(9.9f, 20).Through(8.2f, 24.5f)
                .Through(0, 24).Mirrored().Closed(),
            HairKind.Curls => Cloud(new Vector2(0, 6.6f), 9.6f, 8.6f),
            _ => null,
        };
        if (outline is not null)
        {
            yield return Turned(new Panel(outline, hair)
                { Edge = 1.6f, EdgeWidth = 4, Openness = kind == HairKind.Curls ? 0.92f : 0.72f, Lift = 1 });
        }
    }

    public IEnumerable<Panel> Front() => Parts().Select(Turned);

    private IEnumerable<Panel> Parts()
    {
        if (kind == HairKind.Bun)
        {
            yield return new Panel(Shapes.Oval(new Vector2(0.4f, -2.4f), 4.4f, 3.9f), hair) { Edge = 1.6f, EdgeWidth = 3 };
        }

        foreach (var side in new[] { -1, 1 })
        {
            var ear = new Curve().Through(7, 10).Through(8.5f, 9.6f).Through(8.5f, 12.4f).Through(7.3f, 14.6f).OnSide(side).Closed();
            yield return new Panel(ear, Flesh) { Edge = 0.4f, EdgeWidth = 0.9f };
        }

        yield return Face();
        foreach (var part in Eyes().Concat(Mouth()).Concat(Hair()))
        {
            yield return part;
        }
    }

    private Material Flesh => new(skin, Weave.Moulded) { Gloss = 0.05f, GlossSharpness = 8 };

    private Panel Face()
    {
        var jaw = stance.IsBroad ? 0.6f : 0f;
        var outline = new Curve()
            .Through(0, 22.5f).Through(2.3f + jaw, 21.9f).Through(5.2f + jaw, 18.4f).Through(6.9f + 0.3f * jaw, 14)
            .Through(7.35f, 9.5f).Through(6.8f, 4.6f).Through(4, 1.8f).Through(0, 1).Mirrored().Closed();
        List<Stroke> strokes =
        [
            // The light side of the nose is only hinted at, by the shade beneath it and along one side.
            Stroke.Ridge([new(0, 15.6f), new(0, 13.6f), new(0, 9.4f)], 1, 0.42f),
            Stroke.Rubbed([new(-1.6f, 15.1f), new(-0.6f, 15.7f), new(0.6f, 15.7f), new(1.6f, 15.1f)], 0.45f, Crease, 0.75f),
            Stroke.Rubbed([new(-1.5f, 19.9f), new(0, 20.2f), new(1.5f, 19.9f)], 0.7f, Crease, 0.4f),
        ];
        foreach (var side in new[] { -1, 1 })
        {
            strokes.Add(Stroke.Rubbed([new(side * 3.6f, 14.6f), new(side * 5, 14), new(side * 6.3f, 12.9f)], 1.5f,
                skin * new Vector3(1.12f, 0.68f, 0.64f), 0.5f));
            strokes.Add(Stroke.Rubbed([new(side * 1.2f, 10.4f), new(side * 3.2f, 9.9f), new(side * 5.3f, 10.8f)], 0.9f, Crease, 0.5f));
        }

        return new Panel(outline, Flesh) { Edge = 1.9f, EdgeWidth = 4.2f, Lift = 1.6f, Shadow = 0.6f, Strokes = strokes };
    }

    private IEnumerable<Panel> Eyes()
    {
        var pale = dice.Chance(0.4f) && LinearColour.Brightness(skin) > 0.5f;
        var iris = pale ? new Vector3(0.06f, 0.09f, 0.09f) : new Vector3(0.045f, 0.022f, 0.012f);
        var brow = stance.IsBroad ? 0.85f : 0.6f;
        foreach (var side in new[] { -1, 1 })
        {
            var white = new Curve().Corner(1.75f, 11.75f).Through(3.2f, 10.95f).Corner(4.9f, 11.5f)
                .Through(3.3f, 12.35f).OnSide(side).Closed();
            yield return Flat(white, Vector3.Lerp(new Vector3(0.6f, 0.57f, 0.55f), skin, 0.35f));
            yield return Flat(Shapes.Oval(new Vector2(side * 3.25f, 11.6f), 0.74f, 0.76f), iris);
            yield return Flat(Shapes.Disc(new Vector2(side * 3.25f - 0.25f, 11.35f), 0.15f), new Vector3(0.55f));
            Vector3[] lid = [new(side * 1.65f, 11.8f, 0.12f), new(side * 3.2f, 10.9f, 0.27f), new(side * 5.15f, 11.3f, 0.16f)];
            yield return Flat(Tube.Of(lid), Dark);
            Vector3[] arch = [new(side * 1.5f, 9.3f, brow * 0.45f), new(side * 3.4f, 8.75f, brow * 0.5f), new(side * 5.7f, 9.5f, 0.1f)];
            yield return Flat(Tube.Of(arch), Vector3.Lerp(Dark, skin, 0.25f));
        }
    }

    private IEnumerable<Panel> Mouth()
    {
        var rouge = Rouge * Blend.Mix(0.3f, 1, MathF.Min(1, 2 * LinearColour.Brightness(skin)));
        var lip = Vector3.Lerp(skin * new Vector3(0.8f, 0.5f, 0.45f), rouge, stance.IsBroad ? 0.12f : 0.5f);
        var upper = new Curve().Corner(-2.5f, 17.75f).Through(-0.9f, 17.15f).Through(0, 17.35f).Through(0.9f, 17.15f)
            .Corner(2.5f, 17.75f).Through(0, 17.95f).Closed();
        var lower = new Curve().Corner(-2.4f, 17.8f).Through(0, 18).Corner(2.4f, 17.8f).Through(0, 19.05f).Closed();
        yield return Flat(upper, lip * 0.8f);
        yield return Flat(lower, lip);
        yield return Flat(Tube.Of([new(-2.6f, 17.7f, 0.06f), new(0, 17.95f, 0.13f), new(2.6f, 17.7f, 0.06f)]), lip * 0.35f);
    }

    private IEnumerable<Panel> Hair()
    {
        var parting = dice.Chance(0.5f) ? 1 : -1;
        switch (kind)
        {
            case HairKind.Short:
                yield return Cap(new Curve().Through(-7.3f, 12).Through(-8.3f, 6).Through(-6.4f, 0.6f).Through(0, -1.4f).Through(6.4f, 0.2f)
                    .Through(8.3f, 6).Through(7.3f, 12).Corner(6.8f, 7.2f).Through(5, 4.6f).Through(1, 5).Through(-4, 3.9f)
                    .Corner(-6.7f, 7).OnSide(parting));
                break;
            case HairKind.Bun:
                yield return Cap(new Curve().Through(0, -0.6f).Through(6, 1.2f).Through(8, 6.4f).Through(7.7f, 11).Corner(6.9f, 9)
                    .Through(5.6f, 5.4f).Through(2.6f, 3.7f).Through(0, 3.5f).Mirrored());
                break;
            case HairKind.Curls:
                yield return new Panel(Cloud(new Vector2(0, 1.2f), 7.6f, 4.2f), hair)
                    { Edge = 0.5f, EdgeWidth = 2, Lift = 0.5f, Shadow = 0.35f };
                break;
            default:
                var ends = kind == HairKind.Bob ? 22.5f : 39f;
                foreach (var side in new[] { -parting, parting })
                {
                    yield return Lock(side, parting, ends + dice.Around(1.2f));
                }

                break;
        }
    }

    /// <summary>Hair from the parting over one side of the face.</summary>
    private Panel Lock(int side, int parting, float ends)
    {
        var start = 1.8f * parting * side;
        var curve = new Curve().Corner(start, -0.7f).Through(5.6f, 0.6f).Through(8.7f, 6).Through(9.5f, 14);
        curve = ends < 30
            ? curve.Through(9.6f, 19).Through(8.4f, ends + 1.4f).Corner(5.8f, ends).Through(6.5f, 17)
            : curve.Through(9.4f, 22).Through(11, 30).Through(9.6f, ends).Corner(6.4f, ends + 2).Through(6.6f, 30)
                .Through(6.5f, 22);
        return Cap(curve.Through(7, 13).Through(6.4f, 7.2f).Through(4, 4).Corner(start, 2.6f).OnSide(side));
    }

    private Panel Cap(Curve curve) => new(curve.Closed(), hair) { Edge = 1f, EdgeWidth = 2.2f, Lift = 0.9f, Shadow = 0.5f };

    private Vector2[] Cloud(Vector2 centre, float wide, float high)
    {
        const int Bumps = 15;
        var curve = new Curve();
        for (var i = 0; i < Bumps * 2; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / (Bumps * 2));
            var reach = (i % 2 == 0 ? 1.04f : 0.97f) + dice.Around(0.03f);
            curve.Through(centre + new Vector2(cos * wide, sin * high) * reach);
        }

        return curve.Closed();
    }

    private static Panel Flat(Vector2[] outline, Vector3 colour) =>
        new(outline, new Material(colour, Weave.Moulded)) { Edge = 0, Shadow = 0 };

    private Panel Turned(Panel panel) => panel with
    {
        Outline = [.. panel.Outline.Select(Turn)],
        Strokes = [.. panel.Strokes.Select(stroke => stroke with { Points = [.. stroke.Points.Select(Turn)] })],
    };

    private Vector2 Turn(Vector2 p) => Vector2.Transform(p, turn);
}
