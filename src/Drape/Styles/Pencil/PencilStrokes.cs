using System.Numerics.Tensors;
using Drape.Imaging;

namespace Drape.Styles.Pencil;

/// <summary>
/// Contours as strokes: each edge pixel belongs to the one of eight directions along which edges are strongest, and is
/// drawn as a line in that direction. Lines cross where a contour bends, as a hand's do (Lu, Xu and Jia, 2012).
/// </summary>
static class PencilStrokes
{
    const int Directions = 8;

    // What an edge needs before a pencil would follow it, and how dark the darkest line is.
    const float Faintest = 0.018f;
    const float Pressure = 1.5f;

    /// <summary>Draws the contours.</summary>
    /// <param name="light">The picture, 0 to 1.</param>
    /// <param name="plane">Its size.</param>
    /// <param name="strokes">Gets 1 for bare paper down to 0 for the darkest line.</param>
    public static void Draw(ReadOnlySpan<float> light, Plane plane, Span<float> strokes)
    {
        using var edges = new Rented<float>(plane.Count);
        using var line = new Rented<float>(plane.Count);
        using var most = new Rented<float>(plane.Count);
        using var best = new Rented<byte>(plane.Count);
        Edges(light, plane, edges.Span);
        int reach = Math.Max(3, Math.Max(plane.Width, plane.Height) / 75);

        most.Span.Fill(-1);
        for (int d = 0; d < Directions; d++)
        {
            Along(edges.Span, plane, d, reach, line.Span);
            Prefer(line.Span, (byte)d, most.Span, best.Span);
        }

        strokes.Clear();
        for (int d = 0; d < Directions; d++)
        {
            Only(edges.Span, best.Span, (byte)d, most.Span);
            Along(most.Span, plane, d, reach, line.Span);
            TensorPrimitives.Add<float>(strokes, line.Span, strokes);
        }

        // A line's sum counts its crossings and its length; what is left is how firmly the pencil pressed.
        float scale = Pressure / reach;
        for (int i = 0; i < strokes.Length; i++)
        {
            float dark = strokes[i] * scale;
            strokes[i] = 1 - (dark / (0.55f + dark));
        }
    }

    /// <summary>How strongly the light changes, right and down.</summary>
    static void Edges(ReadOnlySpan<float> light, Plane plane, Span<float> edges)
    {
        for (int y = 0; y < plane.Height; y++)
        {
            var row = plane.Row(light, y);
            var next = plane.Row(light, Math.Min(y + 1, plane.Height - 1));
            var edge = plane.Row(edges, y);
            for (int x = 0; x < row.Length; x++)
            {
                float across = row[Math.Min(x + 1, row.Length - 1)] - row[x], down = next[x] - row[x];
                edge[x] = Math.Max(MathF.Sqrt((across * across) + (down * down)) - Faintest, 0);
            }
        }
    }

    /// <summary>The sum of a line of pixels through each pixel.</summary>
    static void Along(ReadOnlySpan<float> values, Plane plane, int direction, int reach, Span<float> sums)
    {
        var (sin, cos) = MathF.SinCos(MathF.PI * direction / Directions);
        float step = 1 / Math.Max(MathF.Abs(sin), MathF.Abs(cos)); // one pixel a step, whichever way it is steeper
        sums.Clear();
        for (int t = -reach; t <= reach; t++)
        {
            int dx = (int)MathF.Round(t * step * cos), dy = (int)MathF.Round(t * step * sin);
            int left = Math.Max(0, -dx), right = Math.Min(plane.Width, plane.Width - dx);
            for (int y = Math.Max(0, -dy); y < Math.Min(plane.Height, plane.Height - dy) && left < right; y++)
            {
                var to = plane.Row(sums, y)[left..right];
                TensorPrimitives.Add(to, plane.Row(values, y + dy)[(left + dx)..(right + dx)], to);
            }
        }
    }

    static void Prefer(ReadOnlySpan<float> line, byte direction, Span<float> most, Span<byte> best)
    {
        for (int i = 0; i < line.Length; i++)
        {
            bool better = line[i] > most[i];
            most[i] = better ? line[i] : most[i];
            best[i] = better ? direction : best[i];
        }
    }

    static void Only(ReadOnlySpan<float> edges, ReadOnlySpan<byte> best, byte direction, Span<float> chosen)
    {
        for (int i = 0; i < edges.Length; i++)
        {
            chosen[i] = best[i] == direction ? edges[i] : 0;
        }
    }
}
