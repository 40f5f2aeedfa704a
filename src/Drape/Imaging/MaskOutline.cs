using System.Globalization;
using System.Text;

namespace Drape.Imaging;

/// <summary>The line around a mask, for pages that draw it over the photo.</summary>
public static class MaskOutline
{
    const float Level = 0.5f;

    // Of a photo that is 1000 units long a line may stray this far, and a patch smaller than this is left out.
    const double Stray = 1.6;
    const double SmallestPatch = 60;
    const double Units = 1000;

    /// <summary>
    /// The closed lines where a mask passes one half, by marching squares, simplified (Ramer, Douglas and Peucker).
    /// </summary>
    /// <param name="mask">Over the whole photo, at any size.</param>
    /// <param name="width">The photo's width, in which the line's places are stated.</param>
    /// <param name="height">The photo's height.</param>
    /// <returns>An SVG path's data, such as <c>M12 7L40 9Z</c>; empty for a mask that is nowhere one half.</returns>
    public static string Path(Mask mask, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(mask);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        double unit = Math.Max(width, height) / Units;
        var path = new StringBuilder();
        foreach (var ring in Rings(mask))
        {
            (double X, double Y)[] places =
                [.. ring.Select(p => ((p.X + 0.5) * width / mask.Width, (p.Y + 0.5) * height / mask.Height))];
            if (Area(places) >= SmallestPatch * unit * unit)
            {
                Write(path, Simplify(places, Stray * unit));
            }
        }

        return path.ToString();
    }

    /// <summary>
    /// Follows every crossing once around. Around the mask lies a border of nothing, so that each line closes.
    /// </summary>
    static IEnumerable<List<(float X, float Y)>> Rings(Mask mask)
    {
        float At(int x, int y) => x < 0 || y < 0 || x >= mask.Width || y >= mask.Height
            ? 0 : mask.Values[(y * mask.Width) + x] / 255f;

        // By the edge on which it begins, each piece of line and the edge on which it ends. An edge is named by its left or
        // upper end and whether it goes down.
        var next = new Dictionary<(int X, int Y, bool Down), (int X, int Y, bool Down)>();
        for (int y = -1; y < mask.Height; y++)
        {
            for (int x = -1; x < mask.Width; x++)
            {
                var (a, b, c, d) = (At(x, y), At(x + 1, y), At(x + 1, y + 1), At(x, y + 1));
                int corners = (a >= Level ? 1 : 0) | (b >= Level ? 2 : 0) | (c >= Level ? 4 : 0) | (d >= Level ? 8 : 0);
                var (top, right, bottom, left) = ((x, y, false), (x + 1, y, true), (x, y + 1, false), (x, y, true));
                // The mask lies to the right of where the line goes.
                switch (corners)
                {
                    case 1: next[left] = top; break;
                    case 2: next[top] = right; break;
                    case 3: next[left] = right; break;
                    case 4: next[right] = bottom; break;
                    case 5: next[left] = bottom; next[right] = top; break;
                    case 6: next[top] = bottom; break;
                    case 7: next[left] = bottom; break;
                    case 8: next[bottom] = left; break;
                    case 9: next[bottom] = top; break;
                    case 10: next[top] = left; next[bottom] = right; break;
                    case 11: next[bottom] = right; break;
                    case 12: next[right] = left; break;
                    case 13: next[right] = top; break;
                    case 14: next[top] = left; break;
                }
            }
        }

        while (next.Count > 0)
        {
            var ring = new List<(float, float)>();
            var edge = next.First().Key;
            while (next.Remove(edge, out var following))
            {
                var (x, y, down) = edge;
                float from = At(x, y), to = down ? At(x, y + 1) : At(x + 1, y);
                float share = (Level - from) / (to - from);
                ring.Add(down ? (x, y + share) : (x + share, y));
                edge = following;
            }

            yield return ring;
        }
    }

    static double Area((double X, double Y)[] ring)
    {
        double twice = 0;
        for (int i = 0; i < ring.Length; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
            twice += (a.X * b.Y) - (b.X * a.Y);
        }

        return Math.Abs(twice) / 2;
    }

    static List<(double X, double Y)> Simplify((double X, double Y)[] ring, double stray)
    {
        // A ring is two lines: from its first place to the one farthest from it, and back.
        int far = 0;
        for (int i = 1; i < ring.Length; i++)
        {
            far = Squared(ring[0], ring[i]) > Squared(ring[0], ring[far]) ? i : far;
        }

        List<(double, double)> kept = [ring[0]];
        Keep(ring, 0, far, stray, kept);
        kept.Add(ring[far]);
        Keep(ring, far, ring.Length, stray, kept);
        return kept;
    }

    static void Keep((double X, double Y)[] ring, int first, int last, double stray, List<(double, double)> kept)
    {
        var (from, to) = (ring[first], ring[last % ring.Length]);
        int worst = -1;
        double most = stray;
        for (int i = first + 1; i < last; i++)
        {
            double off = Distance(ring[i], from, to);
            (worst, most) = off > most ? (i, off) : (worst, most);
        }

        if (worst >= 0)
        {
            Keep(ring, first, worst, stray, kept);
            kept.Add(ring[worst]);
            Keep(ring, worst, last, stray, kept);
        }
    }

    static double Squared((double X, double Y) a, (double X, double Y) b) =>
        ((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y));

    static double Distance((double X, double Y) place, (double X, double Y) from, (double X, double Y) to)
    {
        double length = Squared(from, to);
        double along = length == 0 ? 0 : Math.Clamp(
            (((place.X - from.X) * (to.X - from.X)) + ((place.Y - from.Y) * (to.Y - from.Y))) / length, 0, 1);
        return Math.Sqrt(Squared(place, (from.X + (along * (to.X - from.X)), from.Y + (along * (to.Y - from.Y)))));
    }

    static void Write(StringBuilder path, List<(double X, double Y)> ring)
    {
        for (int i = 0; i < ring.Count; i++)
        {
            path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{ring[i].X:0.#} {ring[i].Y:0.#}");
        }

        path.Append('Z');
    }
}
