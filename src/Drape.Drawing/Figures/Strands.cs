using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Geometry;
using Drape.Drawing.Prints;

namespace Drape.Drawing.Figures;

/// <summary>Hair: strands of neighbouring tones that run down and away from the parting, or curl.</summary>
internal sealed class Strands(Vector3 colour, bool curly, Dice dice) : IPrint
{
    private readonly Noise noise = new(dice);

    public Vector3 At(Vector2 p, float softness)
    {
        var strand = curly ? Curled(p) : Straight(p);
        return colour * MathF.Max(0.3f, 1 + strand);
    }

    private float Straight(Vector2 p)
    {
        // On top of the head strands fan out from the parting, below they fall.
        var fall = Blend.Step(1, 12, p.Y);
        var across = p.X * (1 + 1.6f * (1 - fall)) + 0.8f * noise.At(p / 9f);
        var band = Blend.Bell(p.Y - 4.5f - 0.04f * p.X * p.X, 2.6f);
        return 0.45f * noise.At(across * 1.15f, p.Y * 0.07f) + 0.3f * noise.At(across * 2.6f, p.Y * 0.11f) + 0.5f * band;
    }

    private float Curled(Vector2 p)
    {
        var twisted = p + 1.3f * new Vector2(noise.At(p / 3), noise.At(p / 3 + new Vector2(30, 8)));
        return 0.75f * noise.At(twisted / 1.5f) + 0.35f * noise.At(twisted / 0.7f);
    }
}
