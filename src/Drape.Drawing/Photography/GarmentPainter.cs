using Drape.Drawing.Cuts;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Photography;

/// <summary>Paints one garment where it was placed: its shadow on what is there already, then piece over
/// piece.</summary>
internal static class GarmentPainter
{
    /// <param name="studio">The picture so far.</param>
    /// <param name="garment">What is painted.</param>
    /// <param name="panels">Its pieces from back to front, with those of a hanger where it hangs.</param>
    /// <param name="placement">Where it lies or hangs.</param>
    /// <param name="away">How far it is from the ground, in centimetres.</param>
    public static void Paint(
        Studio studio, Garment garment, IReadOnlyList<Panel> panels, Placement placement, float away)
    {
        var silhouette = Silhouette(studio, placement, panels);
        Shade(studio, silhouette, away, garment.Bulge);
        var painter = new PanelPainter(studio, placement, Bulge(studio, silhouette, garment));
        foreach (var panel in panels)
        {
            painter.Paint(panel);
        }
    }

    private static Field Silhouette(Studio studio, Placement placement, IReadOnlyList<Panel> panels)
    {
        var whole = new Field(studio.Canvas.Window);
        foreach (var panel in panels)
        {
            var outline = studio.ToPixels(panel.Outline, placement);
            var cover = Coverage.Of(outline, Window.Around(outline, 1).Within(whole.Window));
            var window = cover.Window;
            for (var y = window.Top; y < window.Bottom; y++)
            {
                for (var x = window.Left; x < window.Right; x++)
                {
                    ref var value = ref whole[x, y];
                    value = MathF.Max(value, cover[x, y]);
                }
            }
        }

        return whole;
    }

    /// <summary>Shadows on the ground: a dark line where cloth touches it, and a soft one away from the
    /// window.</summary>
    private static void Shade(Studio studio, Field silhouette, float away, float thickness)
    {
        var scale = studio.Scale;
        var step = studio.Light.ShadowStep * scale;
        var height = 0.9f + away + 0.5f * thickness;
        Shadows.Cast(studio.Canvas, silhouette, height * 1.5f * scale, step * height, 0.34f);
        Shadows.Cast(studio.Canvas, silhouette, 0.9f * scale, step * 0.5f * height, 0.3f);
        if (away == 0)
        {
            Shadows.Cast(studio.Canvas, silhouette, 0.3f * scale, step * 0.12f, 0.4f);
        }
    }

    /// <summary>The height of the whole between its sides, in centimetres.</summary>
    private static Field Bulge(Studio studio, Field silhouette, Garment garment)
    {
        var bulge = silhouette.Blurred(garment.BulgeWidth * studio.Scale);
        for (var i = 0; i < bulge.Values.Length; i++)
        {
            bulge.Values[i] = 1.5f * garment.Bulge * Edge.Rise(bulge.Values[i]);
        }

        return bulge;
    }
}
