using System.Numerics;

namespace Drape.Drawing.Figures;

/// <summary>Outlines of what runs along a limb: the limb, a sleeve, a trouser leg. A knot has the place on the limb's
/// axis in centimetres (X, Y) and half the width there (Z).</summary>
internal static class Tube
{
    private const int Steps = 10;

    /// <summary>The outline along a part of the knots.</summary>
    /// <param name="knots">At least two.</param>
    /// <param name="from">Where it begins, counted in knots.</param>
    /// <param name="to">Where it ends, counted in knots.</param>
    public static Vector2[] Of(IReadOnlyList<Vector3> knots, float from, float to)
    {
        var axis = Axis(knots, from, to);
        var outline = new Vector2[axis.Length * 2];
        for (var i = 0; i < axis.Length; i++)
        {
            var ahead = axis[Math.Min(i + 1, axis.Length - 1)] - axis[Math.Max(i - 1, 0)];
            var along = Vector2.Normalize(new Vector2(ahead.X, ahead.Y));
            var across = new Vector2(-along.Y, along.X) * axis[i].Z;
            var place = new Vector2(axis[i].X, axis[i].Y);
            outline[i] = place + across;
            outline[^(i + 1)] = place - across;
        }

        return outline;
    }

    public static Vector2[] Of(IReadOnlyList<Vector3> knots) => Of(knots, 0, knots.Count - 1);

    /// <summary>A place between knots.</summary>
    public static Vector3 At(IReadOnlyList<Vector3> knots, float place)
    {
        var i = Math.Clamp((int)place, 0, knots.Count - 2);
        var before = knots[Math.Max(i - 1, 0)];
        var after = knots[Math.Min(i + 2, knots.Count - 1)];
        return CatmullRom(before, knots[i], knots[i + 1], after, place - i);
    }

    /// <summary>A place beside the axis, from -1 at one edge to 1 at the other.</summary>
    public static Vector2 Beside(IReadOnlyList<Vector3> knots, float place, float share)
    {
        var here = At(knots, place);
        var ahead = At(knots, MathF.Min(place + 0.05f, knots.Count - 1)) - At(knots, MathF.Max(place - 0.05f, 0));
        var along = Vector2.Normalize(new Vector2(ahead.X, ahead.Y));
        return new Vector2(here.X, here.Y) + new Vector2(-along.Y, along.X) * (here.Z * share);
    }

    /// <summary>The same axis, with something added to each half width.</summary>
    public static Vector3[] Wider(IReadOnlyList<Vector3> knots, params ReadOnlySpan<float> ease)
    {
        var wider = new Vector3[knots.Count];
        for (var i = 0; i < wider.Length; i++)
        {
            wider[i] = knots[i] + new Vector3(0, 0, ease[Math.Min(i, ease.Length - 1)]);
        }

        return wider;
    }

    private static Vector3[] Axis(IReadOnlyList<Vector3> knots, float from, float to)
    {
        var count = Math.Max(3, (int)((to - from) * Steps));
        var axis = new Vector3[count + 1];
        for (var i = 0; i <= count; i++)
        {
            axis[i] = At(knots, from + (to - from) * i / count);
        }

        return axis;
    }

    private static Vector3 CatmullRom(Vector3 a, Vector3 b, Vector3 c, Vector3 d, float t) =>
        0.5f * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * (t * t) + (3 * b - a - 3 * c + d) * (t * t * t));
}
