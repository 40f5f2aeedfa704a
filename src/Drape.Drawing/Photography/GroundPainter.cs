using System.Numerics;
using Drape.Drawing.Geometry;
using Drape.Drawing.Grounds;

namespace Drape.Drawing.Photography;

/// <summary>Fills the canvas with the ground in its light.</summary>
internal static class GroundPainter
{
    public static void Paint(Studio studio, IGround ground)
    {
        var window = studio.Canvas.Window;
        var height = new Field(window);
        Parallel.For(window.Top, window.Bottom, y =>
        {
            for (var x = window.Left; x < window.Right; x++)
            {
                var (colour, rise) = ground.At(studio.Camera.ToPlane(x + 0.5f, y + 0.5f), studio.Softness);
                studio.Canvas[x, y] = colour;
                height[x, y] = rise;
            }
        });
        var relief = new Relief(height, studio.Scale);
        Parallel.For(window.Top, window.Bottom, y =>
        {
            for (var x = window.Left; x < window.Right; x++)
            {
                var normal = Relief.Normal(relief.Slope(x, y));
                var light = studio.Light.On(normal, relief.Open(x, y), 1);
                var sheen = ground.Gloss * studio.Light.Gloss(normal, 14);
                studio.Canvas[x, y] = studio.Canvas[x, y] * light + new Vector3(sheen);
            }
        });
    }
}
