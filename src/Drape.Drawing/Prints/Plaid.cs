using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Prints;

/// <summary>A tartan: wide and narrow bands both ways, woven so that crossings are full and the rest is half
/// tone.</summary>
internal sealed class Plaid(Vector3 ground, Vector3 band, Dice dice) : IPrint
{
    private readonly float sett = dice.Between(7f, 10f);
    private readonly Vector3 line = Vector3.Lerp(Vector3.One * 0.75f, band, 0.2f);

    public Vector3 At(Vector2 p, float softness)
    {
        var (bandX, lineX) = Thread(p.X / sett, softness / sett);
        var (bandY, lineY) = Thread(p.Y / sett, softness / sett);
        var colour = Vector3.Lerp(ground, band, 0.52f * bandX);
        colour = Vector3.Lerp(colour, band, 0.52f * bandY);
        colour = Vector3.Lerp(colour, line, 0.6f * lineX);
        return Vector3.Lerp(colour, line, 0.6f * lineY);
    }

    private static (float Band, float Line) Thread(float place, float softness)
    {
        var t = place - MathF.Floor(place);
        var wide = Blend.Inside(MathF.Abs(t - 0.3f) - 0.19f, softness);
        var narrow = Blend.Inside(MathF.Abs(t - 0.62f) - 0.03f, softness);
        var thin = Blend.Inside(MathF.Abs(t - 0.8f) - 0.022f, softness);
        return (MathF.Max(wide, narrow), thin);
    }
}
