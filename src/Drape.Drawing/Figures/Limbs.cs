using System.Numerics;
using Drape.Drawing.Cloth;
using Drape.Drawing.Cuts;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Figures;

/// <summary>The skin that clothes leave bare: legs, arms, hands, neck.</summary>
internal sealed class Limbs(Stance stance, Vector3 skin)
{
    private static readonly Vector3 Warm = new(1.05f, 0.72f, 0.62f);

    public Material Skin { get; } = new(skin, Weave.Moulded) { Gloss = 0.05f, GlossSharpness = 8 };

    /// <summary>A little redder and darker, for lines in the skin.</summary>
    public Vector3 Crease => skin * Warm * 0.55f;

    /// <summary>A leg with its foot, the toes turned a little outwards.</summary>
    public Panel Leg(int side)
    {
        var leg = stance.Leg(side);
        var ankle = new Vector2(leg[^1].X, leg[^1].Y);
        var toe = Toe(side);
        Vector3[] foot =
        [
            new(ankle - new Vector2(0, 5), leg[^1].Z), new(ankle + new Vector2(0, 0.5f), leg[^1].Z + 0.2f),
            new(ankle + new Vector2(0.8f * toe, 4), 3f), new(ankle + new Vector2(1.7f * toe, 8.2f), 2.9f),
        ];
        Vector2[] Knee(float place) => [Tube.Beside(leg, place - 0.12f, -0.5f), Tube.Beside(leg, place, 0),
            Tube.Beside(leg, place - 0.12f, 0.5f)];
        return Round(2.1f, 5, Tube.Of(leg), Tube.Of(foot)) with
        {
            Strokes = [Stroke.Rubbed(Knee(2.12f), 1, Crease, 0.24f), Stroke.Rubbed(Knee(1.9f), 1.3f, Crease, 0.12f)],
        };
    }

    /// <summary>How far the toes of a foot are to the side of its ankle, in shares of the foot.</summary>
    public float Toe(int side) => side * (side == stance.Lean ? 0.8f : 1.5f);

    /// <summary>An arm, with its hand unless a pocket hides it.</summary>
    /// <param name="side">The side.</param>
    /// <param name="from">Where the sleeve leaves it bare, in knots of the arm.</param>
    public IEnumerable<Panel> Arm(int side, float from)
    {
        var arm = stance.Arm(side);
        if (stance.ArmOn(side) == ArmKind.InPocket)
        {
            return [Round(1.4f, 3.2f, Tube.Of(arm, from, arm.Length - 1))];
        }

        var wrist = new Vector2(arm[^1].X, arm[^1].Y);
        var along = Vector2.Normalize(wrist - new Vector2(arm[^2].X, arm[^2].Y));
        var bent = stance.ArmOn(side) == ArmKind.OnHip ? Vector2.Normalize(along + new Vector2(-side * 0.2f, 0.7f)) : along;
        Vector2 From(float down, float into) => wrist + bent * down + new Vector2(-side, 0.1f) * into;
        Vector3[] palm =
        [
            new(wrist - along * 9, arm[^1].Z + 0.8f), new(wrist - along * 4, arm[^1].Z + 0.3f), new(wrist, arm[^1].Z),
                new(From(3, 0.3f), 2.55f),
            new(From(7, 0.7f), 2.7f), new(From(11, 1.3f), 2.2f),
        ];
        Vector3[] reach = [.. arm, new(wrist + along * 4, arm[^1].Z)];
        Vector3[] thumb = [new(From(1.5f, 1), 1.4f), new(From(4.4f, 2.9f), 1.05f), new(From(7.4f, 3.3f), 0.75f)];
        Vector2[][] fingers = [.. new[] { (-1.9f, 12.2f), (-0.6f, 13.8f), (0.8f, 14.2f), (2.1f, 13.4f) }.Select(finger => Tube.Of(
            (Vector3[])[new(From(6, 0.6f + finger.Item1), 0.8f), new(From(10, 1 + finger.Item1), 0.82f),
                new(From(finger.Item2, 1.9f + finger.Item1 * 0.85f), 0.5f)]))];
        return
        [
            Round(0.9f, 1.6f, Tube.Of(thumb)),
            Round(1.2f, 2.6f, [Tube.Of(reach, from, reach.Length - 1), Tube.Of(palm), .. fingers]) with
            {
                // Between the fingers it is dark.
                Strokes =
                [
                    .. new[] { -1.25f, 0.1f, 1.45f }.Select(x => Stroke.Rubbed([From(7, 0.6f + x), From(10, 1 + x),
                    From(13.6f, 1.9f + x * 0.85f)], 0.3f, Crease, 0.6f)),
                ],
            },
        ];
    }

    /// <summary>Neck and the upper chest, as far as a neckline may show them.</summary>
    public Panel Neck()
    {
        var half = stance.IsBroad ? 5.8f : 4.5f;
        var outline = new Curve()
            .Corner(-half, 15).Through(-half + 0.2f, 24).Through(-half - 2.6f, 29.6f).Corner(stance.Side(-1, 35, -4))
            .Corner(stance.Side(-1, 52, -4)).Corner(stance.Side(1, 52, -4)).Corner(stance.Side(1, 35, -4))
            .Through(half + 2.6f, 29.6f).Through(half - 0.2f, 24).Corner(half, 15).Closed();
        Vector2[] bone = [new(1.3f, 33.2f), new(5, 32.4f), new(10, 31.6f)];
        return Round(1.5f, 4.5f, outline) with
        {
            Strokes =
            [
                Stroke.Rubbed(bone, 0.8f, Crease, 0.3f), Stroke.Rubbed([.. bone.Select(p => p * new Vector2(-1, 1))], 0.8f, Crease, 0.3f),
                Stroke.Rubbed([new(0, 30.5f), new(0, 33.5f)], 0.9f, Crease, 0.35f),
            ],
        };
    }

    private Panel Round(float height, float width, params Vector2[][] parts) => new(Shapes.Union(parts), Skin)
    {
        Volumes = parts, Edge = height, EdgeWidth = width, Lift = 1.6f, Shadow = 0.45f,
    };
}
