using System.Numerics;

namespace Drape.Drawing.Geometry;

/// <summary>
/// A line through given points in centimetres: smooth at the points added with <c>Through</c>, broken at those
/// added with <c>Corner</c>. The spans are Hermite curves with Catmull-Rom slopes.
/// </summary>
internal sealed class Curve
{
    private const float StepLength = 0.6f;
    private readonly List<(Vector2 Point, bool Sharp)> knots = [];

    public Curve Through(float x, float y) => Add(new Vector2(x, y), false);

    public Curve Through(Vector2 point) => Add(point, false);

    public Curve Corner(float x, float y) => Add(new Vector2(x, y), true);

    public Curve Corner(Vector2 point) => Add(point, true);

    /// <summary>Takes the knots so far as the right half and adds their mirror image, so that both halves
    /// meet.</summary>
    public Curve Mirrored()
    {
        for (var i = knots.Count - 1; i >= 0; i--)
        {
            var (point, sharp) = knots[i];
            if (MathF.Abs(point.X) > 1e-3f)
            {
                knots.Add((new Vector2(-point.X, point.Y), sharp));
            }
        }

        return this;
    }

    /// <summary>The same line on the other side of the middle where <paramref name="side"/> is -1.</summary>
    public Curve OnSide(int side)
    {
        for (var i = 0; i < knots.Count; i++)
        {
            var (point, sharp) = knots[i];
            knots[i] = (new Vector2(point.X * side, point.Y), sharp);
        }

        return this;
    }

    public Vector2[] Closed() => Sample(closed: true);

    public Vector2[] Open() => Sample(closed: false);

    private Curve Add(Vector2 point, bool sharp)
    {
        knots.Add((point, sharp));
        return this;
    }

    private Vector2[] Sample(bool closed)
    {
        var line = new List<Vector2>();
        var spans = closed ? knots.Count : knots.Count - 1;
        for (var i = 0; i < spans; i++)
        {
            var from = knots[i].Point;
            var to = knots[(i + 1) % knots.Count].Point;
            var leaving = SlopeAt(i, to - from, closed);
            var arriving = SlopeAt((i + 1) % knots.Count, to - from, closed);
            var steps = Math.Max(1, (int)(Vector2.Distance(from, to) / StepLength));
            for (var s = 0; s < steps; s++)
            {
                line.Add(Hermite(from, to, leaving, arriving, s / (float)steps));
            }
        }

        if (!closed)
        {
            line.Add(knots[^1].Point);
        }

        return [.. line];
    }

    private Vector2 SlopeAt(int index, Vector2 span, bool closed)
    {
        var atEnd = !closed && (index == 0 || index == knots.Count - 1);
        if (knots[index].Sharp || atEnd)
        {
            return span;
        }

        var before = knots[(index + knots.Count - 1) % knots.Count].Point;
        var after = knots[(index + 1) % knots.Count].Point;
        var through = after - before;
        var length = through.Length();

        // Scaled to this span: unequal neighbours would otherwise throw loops.
        return length < 1e-4f ? span : through / length * span.Length();
    }

    private static Vector2 Hermite(Vector2 from, Vector2 to, Vector2 leaving, Vector2 arriving, float t)
    {
        var t2 = t * t;
        var t3 = t2 * t;
        return (2 * t3 - 3 * t2 + 1) * from + (t3 - 2 * t2 + t) * leaving
            + (3 * t2 - 2 * t3) * to + (t3 - t2) * arriving;
    }
}
