using System.Numerics;

namespace Drape.Drawing.Geometry;

/// <summary>For pixels near an open line: how far from it they are, and how far along it.</summary>
internal static class LineDistance
{
    /// <summary>Calls <paramref name="visit"/> once for each pixel within reach, with lengths in pixels.</summary>
    public static void Visit(
        IReadOnlyList<Vector2> line, float reach, Window within, Action<int, int, float, float> visit)
    {
        var window = Window.Around(line, reach).Within(within);
        if (window.IsEmpty)
        {
            return;
        }

        var nearest = new Field(window);
        Array.Fill(nearest.Values, float.MaxValue);
        var along = new Field(window);
        var walked = 0f;
        for (var i = 0; i + 1 < line.Count; i++)
        {
            var length = Vector2.Distance(line[i], line[i + 1]);
            Measure(line[i], line[i + 1], length, walked, reach, nearest, along);
            walked += length;
        }

        for (var y = window.Top; y < window.Bottom; y++)
        {
            for (var x = window.Left; x < window.Right; x++)
            {
                if (nearest[x, y] <= reach)
                {
                    visit(x, y, nearest[x, y], along[x, y]);
                }
            }
        }
    }

    private static void Measure(
        Vector2 from, Vector2 to, float length, float walked, float reach, Field nearest, Field along)
    {
        if (length < 1e-4f)
        {
            return;
        }

        var direction = (to - from) / length;
        var box = Window.Around([from, to], reach).Within(nearest.Window);
        for (var y = box.Top; y < box.Bottom; y++)
        {
            for (var x = box.Left; x < box.Right; x++)
            {
                var offset = new Vector2(x + 0.5f, y + 0.5f) - from;
                var t = Math.Clamp(Vector2.Dot(offset, direction), 0, length);
                var distance = Vector2.Distance(offset, direction * t);
                if (distance < nearest[x, y])
                {
                    nearest[x, y] = distance;
                    along[x, y] = walked + t;
                }
            }
        }
    }
}
