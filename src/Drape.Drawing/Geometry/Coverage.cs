using System.Numerics;

namespace Drape.Drawing.Geometry;

/// <summary>How much of each pixel a closed outline covers, by exact signed areas, so that edges need no
/// samples.</summary>
internal static class Coverage
{
    /// <summary>Coverage from 0 to 1 of an outline in pixels.</summary>
    public static Field Of(IReadOnlyList<Vector2> outline, Window window)
    {
        var field = new Field(window);
        if (window.IsEmpty)
        {
            return field;
        }

        for (var i = 0; i < outline.Count; i++)
        {
            AddEdge(field, outline[i], outline[(i + 1) % outline.Count]);
        }

        for (var y = window.Top; y < window.Bottom; y++)
        {
            var sum = 0f;
            for (var x = window.Left; x < window.Right; x++)
            {
                ref var value = ref field[x, y];
                sum += value;
                value = Math.Min(1f, MathF.Abs(sum));
            }
        }

        return field;
    }

    private static void AddEdge(Field field, Vector2 from, Vector2 to)
    {
        if (from.Y == to.Y)
        {
            return;
        }

        var direction = from.Y < to.Y ? 1f : -1f;
        var (upper, lower) = from.Y < to.Y ? (from, to) : (to, from);
        var slope = (lower.X - upper.X) / (lower.Y - upper.Y);
        var window = field.Window;
        var first = Math.Max(window.Top, (int)MathF.Floor(upper.Y));
        var end = Math.Min(window.Bottom, (int)MathF.Ceiling(lower.Y));
        for (var y = first; y < end; y++)
        {
            var top = Math.Max(y, upper.Y);
            var bottom = Math.Min(y + 1, lower.Y);
            var one = upper.X + (top - upper.Y) * slope;
            var two = upper.X + (bottom - upper.Y) * slope;
            AddRow(field, y, (bottom - top) * direction, MathF.Min(one, two), MathF.Max(one, two));
        }
    }

    private static void AddRow(Field field, int y, float area, float left, float right)
    {
        var window = field.Window;
        if (left >= window.Right)
        {
            return;
        }

        left = Math.Max(left, window.Left);
        right = Math.Clamp(right, left, window.Right - 0.001f);
        var firstColumn = (int)MathF.Floor(left);
        var lastColumn = (int)MathF.Floor(right);
        var before = 0f;
        for (var x = firstColumn; x <= lastColumn; x++)
        {
            // The part of the area to the right of the edge that this pixel has gathered so far.
            var gathered = Gathered(x, left, right) * area;
            field[x, y] += gathered - before;
            before = gathered;
        }

        if (lastColumn + 1 < window.Right)
        {
            field[lastColumn + 1, y] += area - before;
        }
    }

    private static float Gathered(int x, float left, float right)
    {
        var width = right - left;
        if (width < 1e-5f)
        {
            return x + 1 - left;
        }

        var from = Math.Max(left, x);
        var to = Math.Min(right, x + 1);
        var crossing = (to - from) / width;
        var passed = (from - left) / width;
        return passed + crossing * (x + 1 - (from + to) / 2);
    }
}
