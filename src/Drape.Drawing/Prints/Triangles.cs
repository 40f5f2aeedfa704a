using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Prints;

/// <summary>A grid of triangles in tones of two colours, with thin lines between.</summary>
internal sealed class Triangles(Vector3 ground, Vector3 other, Dice dice) : IPrint
{
    private readonly Noise noise = new(dice);
    private readonly float side = dice.Between(4.5f, 6.5f);
    private readonly Vector3[] tones =
    [
        ground, other, Vector3.Lerp(ground, other, 0.4f), ground * 0.45f, Vector3.Lerp(other, Vector3.One * 0.8f, 0.5f),
    ];

    public Vector3 At(Vector2 p, float softness)
    {
        // Skewed so that the cells' diagonals make equal triangles.
        var v = p.Y / (side * 0.866f);
        var u = p.X / side - v / 2;
        var column = MathF.Floor(u);
        var row = MathF.Floor(v);
        var fu = u - column;
        var fv = v - row;
        var upper = fu + fv < 1;
        var pick = noise.Cell((int)column, (int)row, upper ? 0 : 9);
        var edge = MathF.Min(MathF.Abs(1 - fu - fv), MathF.Min(MathF.Min(fu, 1 - fu), MathF.Min(fv, 1 - fv)));
        var tone = tones[Math.Min((int)(pick * tones.Length), tones.Length - 1)];
        return Vector3.Lerp(tone, ground, 0.8f * Blend.Inside(edge * side * 0.8f - 0.1f, softness));
    }
}
