using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Figures;

/// <summary>
/// Where the body of somebody is who stands with the weight on one leg: the hip is pushed out over that leg and raised,
/// the shoulder above it lowered. Centimetres from the crown (y 0) to the soles (y 176), x to the right of the neck.
/// Sides are -1 and 1, the left and the right of the picture.
/// </summary>
internal sealed class Stance
{
    public const float Soles = 176;
    public const float Waist = 64;
    public const float Crotch = 91;
    private const float Shoulders = 34;
    private const float Hips = 84;
    private static readonly float[] Levels = [34, 46, 54, 64, 74, 84, 94];
    private readonly float[] halves;
    private readonly float limbs;
    private readonly float shoulder;
    private readonly ArmKind arm;

    public Stance(BodyKind body, ArmKind arm, Dice dice)
    {
        this.arm = arm;
        Body = body;
        Lean = dice.Chance(0.5f) ? 1 : -1;
        Hip = dice.Between(1.6f, 2.6f) * Lean;
        Spread = dice.Between(0, 2.4f);
        Nod = dice.Around(0.05f) - 0.03f * Lean;
        (shoulder, limbs, halves) = body switch
        {
            BodyKind.Slender => (15.9f, 0.93f, [16f, 13.6f, 12.6f, 11f, 13.2f, 15.8f, 16.2f]),
            BodyKind.Curved => (16f, 1.06f, [16.6f, 15.2f, 13.8f, 12f, 15.2f, 18.3f, 18.8f]),
            BodyKind.Broad => (18.8f, 1.05f, [19.4f, 17.4f, 16.4f, 14.6f, 15f, 16.2f, 16.6f]),
            _ => (19f, 1.14f, (float[])[19.8f, 18.6f, 18.2f, 17.6f, 18f, 18.6f, 18.4f]),
        };
    }

    public BodyKind Body { get; }

    public bool IsBroad => Body is BodyKind.Broad or BodyKind.Sturdy;

    /// <summary>The side of the leg that carries.</summary>
    public int Lean { get; }

    /// <summary>How far the head is turned, in radians.</summary>
    public float Nod { get; }

    /// <summary>How far the hips are pushed out, in centimetres.</summary>
    private float Hip { get; }

    private float Spread { get; }

    /// <summary>The middle of the trunk at a level.</summary>
    public float Centre(float y) => Hip * Blend.Step(Shoulders, Hips, y);

    /// <summary>A point of the trunk's outline.</summary>
    /// <param name="side">The side.</param>
    /// <param name="y">The level.</param>
    /// <param name="ease">How far outside of the body.</param>
    public Vector2 Side(int side, float y, float ease = 0) => new(Centre(y) + side * (Half(y) + ease), Tilted(side, y));

    /// <summary>A point on the trunk between its middle (0) and its outline (1 or -1).</summary>
    public Vector2 Across(float share, float y)
    {
        var side = MathF.Sign(share);
        return new Vector2(Centre(y) + share * Half(y), y + (Tilted(side, y) - y) * MathF.Abs(share));
    }

    /// <summary>Half the trunk's width at a level.</summary>
    public float Half(float y)
    {
        var i = 0;
        while (i < Levels.Length - 2 && y > Levels[i + 1])
        {
            i++;
        }

        var t = Math.Clamp((y - Levels[i]) / (Levels[i + 1] - Levels[i]), 0, 1);
        return Blend.Mix(halves[i], halves[i + 1], t);
    }

    /// <summary>What the arm on a side does.</summary>
    public ArmKind ArmOn(int side) => side == -Lean ? arm : ArmKind.Hanging;

    /// <summary>Top of the shoulder, shoulder, upper arm, elbow, forearm, wrist.</summary>
    public Vector3[] Arm(int side)
    {
        var top = Tilted(side, Shoulders);
        var (elbow, wrist) = ArmOn(side) switch
        {
            ArmKind.InPocket => (new Vector2(shoulder + 8.5f, 60), new Vector2(Half(80) * 0.84f, 80)),
            ArmKind.OnHip => (new Vector2(shoulder + 15, 57), new Vector2(Half(74) + 1, 75)),
            _ => (new Vector2(shoulder + 2.8f, 60.5f), new Vector2(Half(86) + 4.6f, 84)),
        };
        var start = new Vector2(side * (shoulder - 2.4f), top + 2.6f);
        var bend = new Vector2(side * elbow.X, top - Shoulders + elbow.Y);
        var end = new Vector2(side * wrist.X, wrist.Y);
        if (ArmOn(side) != ArmKind.Hanging)
        {
            end.X += Centre(wrist.Y) * 0.8f;
        }
        else
        {
            end.X += Centre(wrist.Y) * (side == Lean ? 0.9f : 0.25f);
        }

        var w = limbs;
        return
        [
            new(start - new Vector2(side * 1.8f, 3.2f), 1.2f * w),
            new(start, 3.7f * w),
            new(Vector2.Lerp(start, bend, 0.42f) + new Vector2(side * 0.3f, 0), 4.2f * w),
            new(bend, 3.5f * w),
            new(Vector2.Lerp(bend, end, 0.38f) + new Vector2(side * 0.3f, 0), 3.6f * w),
            new(end, 2.35f * w),
        ];
    }

    /// <summary>Hip, thigh, knee, calf, ankle.</summary>
    public Vector3[] Leg(int side)
    {
        var carries = side == Lean;
        var hip = new Vector2(Centre(Hips) + side * (Half(94) * 0.5f), Tilted(side, 87));
        var knee = carries
            ? new Vector2(Centre(Hips) + side * 5.6f, 128)
            : new Vector2(Centre(Hips) + side * (9.2f + 0.5f * Spread), 129.5f);
        var ankle = carries ? new Vector2(side * 4.6f, 166.5f) : new Vector2(side * (11.2f + Spread), 167.5f);
        var w = limbs;
        return
        [
            new(hip, 0.51f * Half(94)),
            new(Vector2.Lerp(hip, knee, 0.42f) + new Vector2(side * 0.5f, 0), 7.4f * w),
            new(knee, 4.9f * w),
            new(Vector2.Lerp(knee, ankle, 0.36f) + new Vector2(side * 0.7f, 0), 5.15f * w),
            new(ankle, 2.7f * w),
        ];
    }

    /// <summary>Levels on a side are higher or lower by the tilt of shoulders and hips.</summary>
    private float Tilted(int side, float y) =>
        y + side * Lean * Blend.Mix(1.1f, -1.3f, Blend.Step(Shoulders, Hips, y)) * (1 - Blend.Step(100, 130, y));
}
