using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Prints;

/// <summary>Dots in staggered rows.</summary>
internal sealed class Dots(Vector3 ground, Vector3 dot, Dice dice) : IPrint
{
    private readonly float spacing = dice.Between(3f, 4.4f);
    private readonly float radius = dice.Between(0.11f, 0.15f);

    public Vector3 At(Vector2 p, float softness)
    {
        var q = p / spacing;
        var row = MathF.Round(q.Y * 2);
        var nearest = float.MaxValue;
        for (var r = row - 1; r <= row + 1; r++)
        {
            var offset = ((int)r & 1) == 0 ? 0f : 0.5f;
            var centre = new Vector2(MathF.Round(q.X - offset) + offset, r / 2);
            nearest = MathF.Min(nearest, Vector2.Distance(q, centre));
        }

        return Vector3.Lerp(ground, dot, Blend.Inside((nearest - radius) * spacing, softness));
    }
}
