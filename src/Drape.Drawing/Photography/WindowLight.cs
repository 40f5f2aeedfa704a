using System.Numerics;
using Drape.Drawing.Chance;

namespace Drape.Drawing.Photography;

/// <summary>One large soft window to a side, and the light that the room throws back.</summary>
internal sealed class WindowLight
{
    private const float Room = 0.36f;
    private const float Wrap = 0.15f;
    private readonly float flat;

    public WindowLight(Dice dice)
    {
        // From the left or the right and always from the top of the picture: eyes read light from below as dents.
        var angle = dice.Between(0.35f, 1.1f);
        var side = dice.Chance(0.6f) ? -1f : 1f;
        var elevation = dice.Between(0.5f, 0.78f);
        var (sin, cos) = MathF.SinCos(angle);
        var (up, across) = MathF.SinCos(elevation);
        Direction = new Vector3(side * sin * across, -cos * across, up);
        flat = Room + Window(Vector3.UnitZ);
    }

    /// <summary>Towards the window; x right and y down in the picture, z towards the camera.</summary>
    public Vector3 Direction { get; }

    /// <summary>The way shadows fall in the picture for each unit of height.</summary>
    public Vector2 ShadowStep => new Vector2(-Direction.X, -Direction.Y) / Direction.Z;

    /// <summary>Light that a surface throws back, 1 for one that lies flat and open.</summary>
    /// <param name="normal">Unit normal of the surface.</param>
    /// <param name="open">1 where the room sees the surface, less in a fold.</param>
    /// <param name="lit">1 where the window sees the surface, 0 in its shadow.</param>
    public float On(Vector3 normal, float open, float lit)
    {
        var bounce = Room * open * (0.85f + 0.15f * normal.Z);
        return (bounce + Window(normal) * lit) / flat;
    }

    /// <summary>The mirror-like share of the light, for rubber, metal and satin.</summary>
    public float Gloss(Vector3 normal, float sharpness)
    {
        var half = Vector3.Normalize(Direction + Vector3.UnitZ);
        return MathF.Pow(MathF.Max(0, Vector3.Dot(normal, half)), sharpness);
    }

    private float Window(Vector3 normal) =>
        MathF.Max(0, (Vector3.Dot(normal, Direction) + Wrap) / (1 + Wrap));
}
