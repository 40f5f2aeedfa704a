using System.Numerics;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Photography;

/// <summary>Shadows of a silhouette on what lies behind it.</summary>
internal static class Shadows
{
    /// <summary>Darkens the canvas by a blurred, shifted copy of a coverage; lengths in pixels.</summary>
    public static void Cast(Canvas canvas, Field cover, float blur, Vector2 offset, float strength)
    {
        var soft = cover.Blurred(blur);
        var reach = (int)(MathF.Max(MathF.Abs(offset.X), MathF.Abs(offset.Y)) + 2);
        var shade = new Field(cover.Window.Grown(reach).Within(canvas.Window));
        var window = shade.Window;
        if (window.IsEmpty)
        {
            return;
        }

        Parallel.For(window.Top, window.Bottom, y =>
        {
            for (var x = window.Left; x < window.Right; x++)
            {
                shade[x, y] = soft.Between(x - offset.X, y - offset.Y);
            }
        });
        canvas.Darken(shade, strength);
    }
}
