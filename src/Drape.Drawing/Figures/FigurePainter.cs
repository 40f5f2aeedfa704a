using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Geometry;
using Drape.Drawing.Photography;

namespace Drape.Drawing.Figures;

/// <summary>Draws photos of somebody who stands in the street, from head to foot.</summary>
public static class FigurePainter
{
    private const int SmallestSide = 64;

    /// <summary>Centimetres of the picture's height; a figure has 176, and a little more with its hair.</summary>
    private const float Span = 200;

    /// <summary>Draws a scene. The same scene gives the same pixels.</summary>
    /// <param name="scene">What to draw; see its members for ranges.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is outside 64 to 8192 pixels.</exception>
    public static DrawnPicture Paint(FigureScene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        PictureSides.Require(scene.Width, scene.Height, SmallestSide);

        var dice = new Dice((ulong)scene.Seed);
        var dressing = new Dressing(scene, dice.Fork());
        var stance = dressing.Stance;

        // A narrow picture is filled by the arms' width rather than by the height.
        var span = MathF.Max(Span, 86f * scene.Height / scene.Width);
        var canvas = new Canvas(scene.Width, scene.Height);
        var light = new WindowLight(dice.Fork());
        var studio = new Studio(new Camera(scene.Width, scene.Height, span), canvas, light, dice.Fork());
        var middle = new Vector2(-3.5f * stance.Lean, 87);
        var shift = new Vector2(dice.Around(3), dice.Around(1));
        var placement = new Placement(middle, shift, dice.Around(0.008f), 0.25f, dice.Fork());

        GroundPainter.Paint(studio, new Street(scene.Street, Stance.Soles - middle.Y + shift.Y, dice.Fork()));
        Stand(studio, placement, stance);
        var painter = new PanelPainter(studio, placement, new Field(new Window(0, 0, 0, 0)));
        foreach (var panel in dressing.Panels())
        {
            painter.Paint(panel);
        }

        return Sensor.Expose(canvas, new SceneLight(dice.Around(0.25f), dice.Between(0.98f, 1.1f)), light, dice.Fork());
    }

    /// <summary>The shadow on the pavement: dark beneath the soles, faint and long away from the light.</summary>
    private static void Stand(Studio studio, Placement placement, Stance stance)
    {
        var scale = studio.Scale;
        var away = studio.Light.ShadowStep.X;
        foreach (var side in new[] { -1, 1 })
        {
            var foot = Tube.At(stance.Leg(side), 4);
            var under = new Vector2(foot.X, foot.Y + 8.5f);
            Cast(Shapes.Oval(under, 7, 2.6f), 1.6f * scale, 0.6f);
            Cast(Shapes.Oval(under + new Vector2(9 * away, -1.5f), 15, 3.2f), 4 * scale, 0.4f);
        }

        Cast(Shapes.Oval(new Vector2(-4 * stance.Lean + 16 * away, 172), 30, 5), 7 * scale, 0.4f);

        void Cast(Vector2[] outline, float blur, float strength)
        {
            var shape = studio.ToPixels(outline, placement);
            var cover = Coverage.Of(shape, Window.Around(shape, blur * 2.5f).Within(studio.Canvas.Window));
            Shadows.Cast(studio.Canvas, cover, blur, Vector2.Zero, strength);
        }
    }
}
