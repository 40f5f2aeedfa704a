using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Cloth;

/// <summary>The height of loosely lying cloth: long ridged folds, broad waves, and crumples where it was
/// pressed.</summary>
internal sealed class Folds(Noise noise)
{
    /// <summary>Height in centimetres at a place of the cloth, in centimetres.</summary>
    public float At(FoldStyle style, Vector2 p)
    {
        if (style.Height == 0 && style.Crumple == 0)
        {
            return 0;
        }

        var (sin, cos) = MathF.SinCos(style.Angle);
        var across = p.X * cos + p.Y * sin;
        var along = -p.X * sin + p.Y * cos;
        var bend = noise.At(p / 21f + new Vector2(3, 7)) * style.Wavelength * 0.9f;
        var q = new Vector2((across + bend) / style.Wavelength, along / (style.Wavelength * style.Stretch));
        return style.Height * Long(p, q) + style.Crumple * Crumpled(p);
    }

    private float Long(Vector2 p, Vector2 q)
    {
        // Cloth is not folded everywhere: folds gather in places and run out between them.
        var gathered = 0.25f + 0.75f * Blend.Step(-0.3f, 0.45f, noise.At(p / 17f - new Vector2(9, 2)));
        var n = noise.At(q);
        var ridge = 1 - 2f * MathF.Sqrt(n * n + 0.012f);
        var minor = noise.At(q * 2.3f + new Vector2(31, 11));
        var small = 1 - 2f * MathF.Sqrt(minor * minor + 0.008f);
        var broad = noise.At(p / 12f + new Vector2(50, 40));
        return gathered * (1.3f * ridge + 0.34f * small) + 1.5f * broad;
    }

    private float Crumpled(Vector2 p)
    {
        var twisted = p + new Vector2(noise.At(p / 7f), noise.At(p / 7f + new Vector2(19, 23))) * 2.4f;
        var pressed = Blend.Step(-0.15f, 0.6f, noise.At(p / 11f + new Vector2(70, 1)));
        var sharp = MathF.Abs(noise.At(twisted / 5.5f)) + 0.5f * MathF.Abs(noise.At(twisted / 2.4f));
        return (0.3f + 0.7f * pressed) * (0.9f - 1.5f * sharp) + 0.2f * noise.At(p / 2.2f);
    }
}
