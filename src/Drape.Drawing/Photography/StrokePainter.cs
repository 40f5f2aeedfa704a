using System.Numerics;
using Drape.Drawing.Cuts;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Photography;

/// <summary>Works the lines of a piece into its height and colour.</summary>
internal static class StrokePainter
{
    /// <param name="stroke">The line.</param>
    /// <param name="line">Its points in pixels.</param>
    /// <param name="scale">Pixels for each centimetre.</param>
    /// <param name="height">The piece's height in centimetres.</param>
    /// <param name="ink">The piece's colour.</param>
    public static void Draw(Stroke stroke, Vector2[] line, float scale, Field height, Ink ink)
    {
        var width = stroke.Width * scale;
        var length = 0f;
        for (var i = 1; i < line.Length; i++)
        {
            length += Vector2.Distance(line[i - 1], line[i]);
        }

        Action<int, int, float, float> visit = stroke.Kind switch
        {
            StrokeKind.Seam => (x, y, away, along) =>
            {
                var pucker = MathF.Min(0.04f, stroke.Height * 0.3f) * MathF.Sin(along / scale * 5.5f);
                height[x, y] -= (stroke.Height + pucker) * Blend.Bell(away, width);
                ink.Lay(x, y, Vector3.Zero, 0.34f * Blend.Bell(away, MathF.Max(0.7f, width * 0.35f)));
            },
            StrokeKind.Stitches => (x, y, away, along) =>
            {
                var dash = Blend.Step(-0.75f, -0.25f, MathF.Sin(along / scale * MathF.Tau / 0.55f));
                dash = Blend.Mix(0.75f, dash, Blend.Step(5f, 12f, scale));
                height[x, y] -= 0.05f * Blend.Bell(away, width * 1.3f);
                var thin = MathF.Min(1, width);
                ink.Lay(x, y, stroke.Colour, 0.9f * thin * dash * Blend.Inside(away - MathF.Max(width, 1) / 2, 1));
            },
            StrokeKind.Ridge => (x, y, away, along) =>
            {
                var place = along / MathF.Max(1, length);
                var taper = Blend.Step(0, 0.25f, place) * (1 - Blend.Step(0.35f, 1, place));
                height[x, y] += stroke.Height * taper * Blend.Bell(away, width);
            },
            StrokeKind.Rubbed => (x, y, away, along) =>
            {
                var place = along / MathF.Max(1, length);
                var taper = Blend.Step(0, 0.3f, place) * (1 - Blend.Step(0.6f, 1, place));
                ink.Lay(x, y, stroke.Colour, stroke.Height * taper * Blend.Bell(away, width));
            },
            _ => (x, y, away, _) => ink.Lay(x, y, stroke.Colour, Blend.Inside(away - width / 2, 1)),
        };
        LineDistance.Visit(line, width * 2.2f + 1.5f, height.Window, visit);
    }
}
