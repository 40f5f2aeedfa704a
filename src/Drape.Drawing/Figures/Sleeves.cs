using System.Numerics;
using Drape.Drawing.Cloth;
using Drape.Drawing.Cuts;

namespace Drape.Drawing.Figures;

/// <summary>Sleeves around the arms.</summary>
internal static class Sleeves
{
    private const float Armpit = 0.35f;
    private const float Tip = 0.4f;
    private const float Elbow = 3;
    private const float Wrist = 5;

    /// <summary>Where a long sleeve leaves the arm bare, in knots of the arm: well inside it.</summary>
    public const float Cuff = 3.5f;

    /// <summary>Where a sleeve that ends above the elbow leaves the arm bare: inside it, and below the armpit.</summary>
    public static float BareBelow(float end) => end - Armpit;

    /// <summary>A sleeve down to the wrist.</summary>
    public static IEnumerable<Panel> Long(Stance stance, int side, Material cloth, float ease, float cuff, Material cuffCloth)
    {
        var arm = Tube.Wider(stance.Arm(side), 0.4f, ease * 0.7f, ease * 0.85f, ease * 0.85f, ease * 0.85f, ease * 0.75f);
        yield return Of(stance, side, arm, Wrist - 0.12f, cloth) with { Strokes = Wrinkles(arm, side, stance) };
        if (cuff > 0)
        {
            var end = Tube.Wider(stance.Arm(side), 0, 0, 0, 0, ease * 0.7f, ease * 0.55f);
            yield return new Panel(Tube.Of(end, Wrist - cuff, Wrist), cuffCloth)
            {
                Edge = 1f, EdgeWidth = 2.2f, Lift = 0.4f, Shadow = 0.35f, Thread = Turn(end, 4.5f), Origin = At(end, 4.5f),
            };
        }
    }

    /// <summary>A sleeve that ends above the elbow.</summary>
    public static Panel Short(Stance stance, int side, Material cloth, float ease, float to)
    {
        var arm = Tube.Wider(stance.Arm(side), 0.3f, ease * 0.6f, ease * 1.1f, ease * 1.2f);
        var hem = Enumerable.Range(0, 7).Select(i => Tube.Beside(arm, to - 0.1f, i / 3f - 1)).ToArray();
        return Of(stance, side, arm, to, cloth) with { Strokes = [Stroke.Seam(hem, 0.05f)] };
    }

    private static Panel Of(Stance stance, int side, Vector3[] arm, float to, Material cloth) =>
        new(Set(arm, side, to), cloth)
        {
            Volumes = [Tube.Of(arm, 0, to)],
            Edge = 1.4f,
            EdgeWidth = 3.6f,
            Lift = stance.ArmOn(side) == ArmKind.Hanging ? 1.4f : 1.1f,
            Shadow = 0.42f,
            Folds = new FoldStyle(-side * 0.25f, 5, 2.6f, 0.28f, 0.16f),
            Origin = At(arm, 2),
            Thread = Turn(arm, 2.4f),
        };

    /// <summary>The outline of a sleeve that is set in: cut off along the armhole, from the tip of the shoulder to the
    /// armpit.</summary>
    private static Vector2[] Set(Vector3[] arm, int side, float to)
    {
        const int Steps = 24;
        var armpit = MathF.Min(1.85f, to - Armpit);
        var outline = new List<Vector2>();
        for (var i = 0; i <= Steps; i++)
        {
            outline.Add(Tube.Beside(arm, Tip + (to - Tip) * i / Steps, -side));
        }

        for (var i = Steps; i >= 0; i--)
        {
            outline.Add(Tube.Beside(arm, armpit + (to - armpit) * i / Steps, side));
        }

        outline.Add(Tube.Beside(arm, armpit - 0.3f, 0.5f * side));
        outline.Add(Tube.Beside(arm, 1.1f, 0));
        return [.. outline];
    }

    /// <summary>Folds that gather where the arm bends.</summary>
    private static List<Stroke> Wrinkles(Vector3[] arm, int side, Stance stance)
    {
        var depth = stance.ArmOn(side) == ArmKind.Hanging ? 0.22f : 0.4f;
        List<Stroke> strokes = [];
        foreach (var (place, lean) in new[] { (-0.35f, 0.2f), (0f, 0.05f), (0.3f, -0.15f), (0.75f, -0.2f) })
        {
            Vector2[] fold =
            [
                Tube.Beside(arm, Elbow + place, side * 0.95f), Tube.Beside(arm, Elbow + place + lean, 0),
                    Tube.Beside(arm, Elbow + place + lean * 1.4f, -side * 0.7f),
            ];
            strokes.Add(Stroke.Ridge(fold, 0.8f, depth));
        }

        return strokes;
    }

    private static Vector2 At(Vector3[] arm, float place)
    {
        var there = Tube.At(arm, place);
        return new Vector2(there.X, there.Y);
    }

    /// <summary>How far the arm turns from straight down.</summary>
    private static float Turn(Vector3[] arm, float place)
    {
        var along = At(arm, place + 0.3f) - At(arm, place - 0.3f);
        return -MathF.Atan2(along.X, along.Y);
    }
}
