using System.Numerics;
using Drape.Drawing.Cuts;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Photography;

/// <summary>Lays pieces of cloth on the canvas, one over the other: shadow, height, light, colour.</summary>
internal sealed class PanelPainter(Studio studio, Placement placement, Field bulge)
{
    public void Paint(Panel panel)
    {
        var outline = studio.ToPixels(panel.Outline, placement);
        var rim = (int)(MathF.Max(panel.EdgeWidth, panel.Lift) * studio.Scale * 2) + 3;
        var window = Window.Around(outline, rim).Within(studio.Canvas.Window);
        if (window.IsEmpty)
        {
            return;
        }

        var cover = Coverage.Of(outline, window);
        if (panel.Shadow > 0)
        {
            CastShadow(panel, cover);
        }

        var height = HeightOf(panel, cover);
        var ink = new Ink(window);
        foreach (var stroke in panel.Strokes)
        {
            StrokePainter.Draw(stroke, studio.ToPixels(stroke.Points, placement), studio.Scale, height, ink);
        }

        Compose(panel, cover, height, ink);
    }

    private void CastShadow(Panel panel, Field cover)
    {
        var reach = panel.Lift * studio.Scale;
        var offset = studio.Light.ShadowStep * reach * 0.8f;
        Shadows.Cast(studio.Canvas, cover, reach, offset, panel.Shadow);
        Shadows.Cast(studio.Canvas, cover, reach * 0.3f, Vector2.Zero, panel.Shadow * 0.35f);
    }

    private Field HeightOf(Panel panel, Field cover)
    {
        var window = cover.Window;
        var rounded = Rounded(panel, cover);
        var height = new Field(window);
        Parallel.For(window.Top, window.Bottom, y =>
        {
            for (var x = window.Left; x < window.Right; x++)
            {
                var place = placement.ToGarment(studio.Camera.ToPlane(x + 0.5f, y + 0.5f));
                height[x, y] = bulge.OrZero(x, y)
                    + studio.Folds.At(panel.Folds, place)
                    + 1.5f * panel.Edge * Edge.Rise(rounded[x, y]);
            }
        });
        return height;
    }

    /// <summary>Blurred coverage of the piece, or at each place that of the highest of its volumes.</summary>
    private Field Rounded(Panel panel, Field cover)
    {
        var blur = panel.EdgeWidth * studio.Scale;
        if (panel.Volumes.Count == 0)
        {
            return cover.Blurred(blur);
        }

        var highest = new Field(cover.Window);
        foreach (var volume in panel.Volumes)
        {
            var rounded = Coverage.Of(studio.ToPixels(volume, placement), cover.Window).Blurred(blur);
            for (var i = 0; i < highest.Values.Length; i++)
            {
                highest.Values[i] = MathF.Max(highest.Values[i], rounded.Values[i]);
            }
        }

        return highest;
    }

    private void Compose(Panel panel, Field cover, Field height, Ink ink)
    {
        var relief = new Relief(height, studio.Scale);
        var window = cover.Window;
        var turn = Matrix3x2.CreateRotation(-panel.Thread);
        Parallel.For(window.Top, window.Bottom, y =>
        {
            for (var x = window.Left; x < window.Right; x++)
            {
                var share = cover[x, y];
                if (share > 0.002f)
                {
                    var slope = relief.Slope(x, y);
                    var place = placement.ToGarment(studio.Camera.ToPlane(x + 0.5f, y + 0.5f));
                    var local = Vector2.Transform(place - panel.Origin, turn);
                    var colour = Lit(panel, relief, slope, local, ink, x, y);
                    ref var pixel = ref studio.Canvas[x, y];
                    pixel = Vector3.Lerp(pixel, colour, share);
                }
            }
        });
    }

    private Vector3 Lit(Panel panel, Relief relief, Vector2 slope, Vector2 local, Ink ink, int x, int y)
    {
        var material = panel.Material;

        // A print rides on the folds: where cloth slopes, more of it goes into the same stretch of picture.
        // Held back where it drops to an edge, or the print would smear there.
        var steepest = new Vector2(0.4f);
        var carried = local + 1.2f * Vector2.Clamp(relief.BroadSlope(x, y), -steepest, steepest);
        var (shade, rise) = studio.Grain.At(material.Weave, carried);
        var albedo = material.Print?.At(carried, studio.Softness) ?? material.Colour;
        albedo = ink.Over(albedo * shade, x, y);
        var normal = Relief.Normal(slope + YarnSlope(panel, carried, rise));
        var open = relief.Open(x, y) * panel.Openness;
        var lit = relief.Lit(x, y, studio.Light) * panel.Openness;
        var light = studio.Light.On(normal, open, lit);

        // Fibres catch light at the turn of a fold; on dark cloth that is most of what is seen.
        var fuzz = (0.004f + (1 - normal.Z) * 0.06f) * open;
        var gloss = material.Gloss * studio.Light.Gloss(normal, material.GlossSharpness) * lit;
        return LinearColour.AsCloth(albedo) * light + new Vector3(fuzz + gloss * 0.5f);
    }

    /// <summary>How the yarn itself slopes, in the picture's directions.</summary>
    private Vector2 YarnSlope(Panel panel, Vector2 local, float rise)
    {
        if (rise == 0)
        {
            return Vector2.Zero;
        }

        var step = studio.Softness;
        var (_, right) = studio.Grain.At(panel.Material.Weave, local + new Vector2(step, 0));
        var (_, below) = studio.Grain.At(panel.Material.Weave, local + new Vector2(0, step));
        var steepest = new Vector2(0.5f);
        var slope = Vector2.Clamp(new Vector2(right - rise, below - rise) / step, -steepest, steepest);
        return Vector2.Transform(slope, Matrix3x2.CreateRotation(panel.Thread));
    }
}
