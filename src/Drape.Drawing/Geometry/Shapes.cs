using System.Numerics;

namespace Drape.Drawing.Geometry;

/// <summary>Closed outlines of the plain parts: discs for buttons, ribbons for cords, strips for plackets.</summary>
internal static class Shapes
{
    public static Vector2[] Disc(Vector2 centre, float radius) => Oval(centre, radius, radius);

    public static Vector2[] Oval(Vector2 centre, float radiusX, float radiusY)
    {
        const int Corners = 28;
        var outline = new Vector2[Corners];
        for (var i = 0; i < Corners; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / Corners);
            outline[i] = centre + new Vector2(cos * radiusX, sin * radiusY);
        }

        return outline;
    }

    /// <summary>The area within half a width of an open line.</summary>
    public static Vector2[] Ribbon(IReadOnlyList<Vector2> line, float width)
    {
        var outline = new Vector2[line.Count * 2];
        for (var i = 0; i < line.Count; i++)
        {
            var along = line[Math.Min(i + 1, line.Count - 1)] - line[Math.Max(i - 1, 0)];
            along = along.LengthSquared() < 1e-8f ? Vector2.UnitY : Vector2.Normalize(along);
            var across = new Vector2(-along.Y, along.X) * (width / 2);
            outline[i] = line[i] + across;
            outline[^(i + 1)] = line[i] - across;
        }

        return outline;
    }

    /// <summary>The area between two lines that run the same way.</summary>
    public static Vector2[] Between(IReadOnlyList<Vector2> one, IReadOnlyList<Vector2> other) =>
        [.. one, .. other.Reverse()];

    /// <summary>One outline around several that overlap or lie apart: joined by lines that run there and back.</summary>
    public static Vector2[] Union(params ReadOnlySpan<Vector2[]> outlines)
    {
        var joined = new List<Vector2>();
        foreach (var outline in outlines)
        {
            // All the same way round, so that coverages add and none takes another's away.
            joined.AddRange(Area(outline) < 0 ? outline.Reverse() : outline);
            joined.Add(Area(outline) < 0 ? outline[^1] : outline[0]);
        }

        for (var i = outlines.Length - 2; i > 0; i--)
        {
            joined.Add(Area(outlines[i]) < 0 ? outlines[i][^1] : outlines[i][0]);
        }

        return [.. joined];
    }

    private static float Area(Vector2[] outline)
    {
        var sum = 0f;
        for (var i = 0; i < outline.Length; i++)
        {
            var next = outline[(i + 1) % outline.Length];
            sum += outline[i].X * next.Y - next.X * outline[i].Y;
        }

        return sum;
    }
}
