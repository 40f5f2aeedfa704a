using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Prints;

/// <summary>Bars across the cloth, or down it for shirts and trousers.</summary>
internal sealed class Stripes(Vector3 ground, Vector3 bar, bool upright, Dice dice) : IPrint
{
    private readonly float period = upright ? dice.Between(1.6f, 2.6f) : dice.Between(3.6f, 6f);
    private readonly float share = upright ? dice.Between(0.25f, 0.45f) : dice.Between(0.35f, 0.5f);

    public Vector3 At(Vector2 p, float softness)
    {
        var place = (upright ? p.X : p.Y) / period;
        var inBar = MathF.Abs(place - MathF.Round(place)) * period - share * period / 2;
        return Vector3.Lerp(ground, bar, Blend.Inside(inBar, softness));
    }
}
