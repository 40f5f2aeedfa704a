using System.Numerics;

namespace Drape.Drawing.Geometry;

/// <summary>A rectangle of pixels; right and bottom are outside.</summary>
internal readonly record struct Window(int Left, int Top, int Right, int Bottom)
{
    public int Width => Math.Max(0, Right - Left);

    public int Height => Math.Max(0, Bottom - Top);

    public bool IsEmpty => Right <= Left || Bottom <= Top;

    public static Window Around(IEnumerable<Vector2> points, float margin)
    {
        var low = new Vector2(float.MaxValue);
        var high = new Vector2(float.MinValue);
        foreach (var point in points)
        {
            low = Vector2.Min(low, point);
            high = Vector2.Max(high, point);
        }

        return new Window(
            (int)MathF.Floor(low.X - margin),
            (int)MathF.Floor(low.Y - margin),
            (int)MathF.Ceiling(high.X + margin) + 1,
            (int)MathF.Ceiling(high.Y + margin) + 1);
    }

    public Window Within(Window other) => new(
        Math.Max(Left, other.Left),
        Math.Max(Top, other.Top),
        Math.Min(Right, other.Right),
        Math.Min(Bottom, other.Bottom));

    public Window Grown(int margin) => new(Left - margin, Top - margin, Right + margin, Bottom + margin);
}
