namespace Drape.Drawing.Geometry;

/// <summary>A number for every pixel of a window: a coverage, a height, a shade.</summary>
internal sealed class Field(Window window)
{
    private readonly float[] values = new float[window.Width * window.Height];

    public Window Window => window;

    public float[] Values => values;

    /// <summary>The number at a pixel of the picture that lies in the window.</summary>
    public ref float this[int x, int y] => ref values[(y - window.Top) * window.Width + x - window.Left];

    /// <summary>The number at a pixel, or that of the nearest pixel of the window.</summary>
    public float Near(int x, int y)
    {
        var column = Math.Clamp(x - window.Left, 0, window.Width - 1);
        var row = Math.Clamp(y - window.Top, 0, window.Height - 1);
        return values[row * window.Width + column];
    }

    /// <summary>The number at a pixel, or zero outside the window.</summary>
    public float OrZero(int x, int y) =>
        x < window.Left || y < window.Top || x >= window.Right || y >= window.Bottom ? 0f : this[x, y];

    /// <summary>The number between pixels, or zero outside the window.</summary>
    public float Between(float x, float y)
    {
        var left = (int)MathF.Floor(x);
        var top = (int)MathF.Floor(y);
        var fx = x - left;
        var fy = y - top;
        var above = Blend.Mix(OrZero(left, top), OrZero(left + 1, top), fx);
        var below = Blend.Mix(OrZero(left, top + 1), OrZero(left + 1, top + 1), fx);
        return Blend.Mix(above, below, fy);
    }

    /// <summary>A blurred copy: three box passes, which come close to a Gaussian with the given radius.</summary>
    public Field Blurred(float radius)
    {
        var reach = Math.Max(1, (int)MathF.Round(radius / 1.8f));
        var blurred = new Field(window);
        values.CopyTo(blurred.values, 0);
        var other = new float[values.Length];
        for (var pass = 0; pass < 3; pass++)
        {
            Smooth(blurred.values, other, window.Height, window.Width, window.Width, 1, reach);
            Smooth(other, blurred.values, window.Width, window.Height, 1, window.Width, reach);
        }

        return blurred;
    }

    private static void Smooth(float[] from, float[] to, int lines, int length, int lineStep, int step, int reach)
    {
        var share = 1f / (2 * reach + 1);
        Parallel.For(0, lines, line =>
        {
            var start = line * lineStep;
            var last = length - 1;
            var sum = from[start] * (reach + 1);
            for (var i = 1; i <= reach; i++)
            {
                sum += from[start + Math.Min(i, last) * step];
            }

            for (var i = 0; i < length; i++)
            {
                to[start + i * step] = sum * share;
                sum += from[start + Math.Min(i + reach + 1, last) * step];
                sum -= from[start + Math.Max(i - reach, 0) * step];
            }
        });
    }
}
