using System.Numerics;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Photography;

/// <summary>Reads slopes, hollows and shadows from a field of heights in centimetres.</summary>
internal sealed class Relief(Field height, float pixelsPerCentimetre)
{
    private readonly Field around = height.Blurred(1.3f * pixelsPerCentimetre);

    /// <summary>Rise in centimetres for each centimetre to the right and down.</summary>
    public Vector2 Slope(int x, int y) => new Vector2(
        height.Near(x + 1, y) - height.Near(x - 1, y),
        height.Near(x, y + 1) - height.Near(x, y - 1)) * (pixelsPerCentimetre / 2);

    /// <summary>The slope of the larger folds alone.</summary>
    public Vector2 BroadSlope(int x, int y) => new Vector2(
        around.Near(x + 1, y) - around.Near(x - 1, y),
        around.Near(x, y + 1) - around.Near(x, y - 1)) * (pixelsPerCentimetre / 2);

    public static Vector3 Normal(Vector2 slope) => Vector3.Normalize(new Vector3(-slope.X, -slope.Y, 1));

    /// <summary>1 on open ground, less in a hollow.</summary>
    public float Open(int x, int y) =>
        Math.Clamp(1 - 0.75f * (around[x, y] - height[x, y]), 0.45f, 1.1f);

    /// <summary>1 where the window is seen past the folds nearby, 0 in their shadow.</summary>
    public float Lit(int x, int y, WindowLight light)
    {
        var towards = -light.ShadowStep;
        var own = height[x, y];
        var hidden = 0f;
        for (var rise = 0.08f; rise < 1.3f; rise *= 1.7f)
        {
            var step = towards * rise * pixelsPerCentimetre;
            var there = height.Near(x + (int)MathF.Round(step.X), y + (int)MathF.Round(step.Y));
            hidden = MathF.Max(hidden, (there - own - rise) / (0.12f + 0.5f * rise));
        }

        return 1 - 0.75f * Math.Clamp(hidden, 0, 1);
    }
}
