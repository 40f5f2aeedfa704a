using System.Numerics;

namespace Drape.Drawing.Chance;

/// <summary>Seeded gradient noise in the plane, roughly from -1 to 1 with a feature size of one unit.</summary>
internal sealed class Noise
{
    private const int Mask = 255;
    private readonly byte[] order = new byte[512];
    private readonly Vector2[] slopes = new Vector2[256];

    public Noise(Dice dice)
    {
        for (var i = 0; i < 256; i++)
        {
            order[i] = (byte)i;
            var (sin, cos) = MathF.SinCos(dice.Unit() * MathF.Tau);
            slopes[i] = new Vector2(cos, sin);
        }

        for (var i = 255; i > 0; i--)
        {
            var j = (int)(dice.Next() % (ulong)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }

        order.AsSpan(0, 256).CopyTo(order.AsSpan(256));
    }

    public float At(Vector2 p) => At(p.X, p.Y);

    public float At(float x, float y)
    {
        var floorX = MathF.Floor(x);
        var floorY = MathF.Floor(y);
        var fx = x - floorX;
        var fy = y - floorY;
        var column = (int)floorX & Mask;
        var row = (int)floorY & Mask;
        var left = order[column];
        var right = order[column + 1];
        var a = Slope(order[left + row], fx, fy);
        var b = Slope(order[right + row], fx - 1, fy);
        var c = Slope(order[left + row + 1], fx, fy - 1);
        var d = Slope(order[right + row + 1], fx - 1, fy - 1);
        var u = Ease(fx);
        var v = Ease(fy);
        var top = a + (b - a) * u;
        var bottom = c + (d - c) * u;
        return (top + (bottom - top) * v) * 1.5f;
    }

    /// <summary>Several octaves, each half as high and twice as fine.</summary>
    public float Octaves(Vector2 p, int count)
    {
        var sum = 0f;
        var weight = 0.55f;
        for (var i = 0; i < count; i++)
        {
            sum += weight * At(p);
            p = p * 2.03f + new Vector2(17.3f, 5.1f);
            weight *= 0.5f;
        }

        return sum;
    }

    /// <summary>A number from 0 to below 1 that belongs to one cell of a grid.</summary>
    public float Cell(int x, int y, int salt = 0)
    {
        var h = order[(order[(order[x & Mask] + y) & Mask] + salt) & Mask];
        var fine = order[(h + x * 7 + y * 13 + salt * 31) & Mask];
        return (h * 256 + fine) / 65536f;
    }

    private static float Ease(float t) => t * t * t * (t * (t * 6 - 15) + 10);

    private float Slope(int hash, float x, float y)
    {
        var slope = slopes[hash];
        return slope.X * x + slope.Y * y;
    }
}
