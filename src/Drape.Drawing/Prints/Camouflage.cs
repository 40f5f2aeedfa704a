using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Prints;

/// <summary>Blotches of the two colours, a dark brown-green and a pale tone, one layer over the other.</summary>
internal sealed class Camouflage(Vector3 ground, Vector3 other, Dice dice) : IPrint
{
    private readonly Noise noise = new(dice);
    private readonly Vector3 dark = Vector3.Lerp(ground * 0.2f, new Vector3(0.02f, 0.018f, 0.012f), 0.4f);
    private readonly Vector3 pale = Vector3.Lerp(ground, new Vector3(0.5f, 0.42f, 0.28f), 0.7f);

    public Vector3 At(Vector2 p, float softness)
    {
        var torn = p + 0.7f * new Vector2(noise.At(p / 1.3f), noise.At(p / 1.3f + new Vector2(40, 9)));
        var q = new Vector2(torn.X / 6.5f, torn.Y / 4.8f);
        var edge = softness / 6f;
        var colour = Vector3.Lerp(ground, pale, Blotch(q, 0.13f, edge));
        colour = Vector3.Lerp(colour, other, Blotch(q + new Vector2(33, 71), 0.1f, edge));
        return Vector3.Lerp(colour, dark, Blotch(q * 1.15f + new Vector2(90, 12), 0.22f, edge));
    }

    private float Blotch(Vector2 q, float level, float edge) =>
        Blend.Inside(level - noise.Octaves(q, 3), edge);
}
