using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cuts;
using Drape.Drawing.Grounds;
using Drape.Drawing.Photography;

namespace Drape.Drawing;

/// <summary>Draws photos of single garments.</summary>
public static class Painter
{
    private const int SmallestSide = 16;

    /// <summary>How far a garment on a hanger is from the wall, in centimetres.</summary>
    private const float AwayFromWall = 1.7f;

    /// <summary>Draws a scene. The same scene gives the same pixels.</summary>
    /// <param name="scene">What to draw; see its members for ranges.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is outside 16 to 8192 pixels.</exception>
    public static DrawnPicture Paint(GarmentScene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        PictureSides.Require(scene.Width, scene.Height, SmallestSide);

        var dice = new Dice((ulong)scene.Seed);
        var upright = scene.Ground is GroundKind.Wall or GroundKind.Door;
        var garment = Tailor.Make(scene, upright, dice.Fork());
        var hangs = upright && garment.Hanging != Hanging.Never;
        var panels = Assemble(garment, hangs, dice.Fork());

        var (low, high) = Extent(panels);
        var camera = Frame(scene, high - low, dice.Fork());
        var canvas = new Canvas(scene.Width, scene.Height);
        var light = new WindowLight(dice.Fork());
        var studio = new Studio(camera, canvas, light, dice.Fork());
        var placement = Place((low + high) / 2, high - low, hangs, dice.Fork());

        GroundPainter.Paint(studio, GroundOf(scene.Ground, dice.Fork()));
        GarmentPainter.Paint(studio, garment, panels, placement, hangs ? AwayFromWall : 0);
        return Sensor.Expose(canvas, scene.Light, light, dice.Fork());
    }

    private static List<Panel> Assemble(Garment garment, bool hangs, Dice dice)
    {
        List<Panel> panels = [.. garment.Back];
        if (hangs && garment.Hanging == Hanging.ByShoulders)
        {
            panels.AddRange(Hanger.Shoulders(garment.HangPoint, garment.HangWidth, dice));
        }

        panels.AddRange(garment.Front);
        if (hangs && garment.Hanging == Hanging.ByWaist)
        {
            panels.AddRange(Hanger.Clips(garment.HangPoint, garment.HangWidth, dice));
        }

        return panels;
    }

    private static (Vector2 Low, Vector2 High) Extent(List<Panel> panels)
    {
        var low = new Vector2(float.MaxValue);
        var high = new Vector2(float.MinValue);
        foreach (var point in panels.SelectMany(panel => panel.Outline))
        {
            low = Vector2.Min(low, point);
            high = Vector2.Max(high, point);
        }

        return (low, high);
    }

    /// <summary>A camera from which the garment fills most of the picture.</summary>
    private static Camera Frame(GarmentScene scene, Vector2 size, Dice dice)
    {
        var high = size.Y / dice.Between(0.78f, 0.9f);
        var wide = size.X * scene.Height / scene.Width / dice.Between(0.8f, 0.9f);
        var span = MathF.Max(high, wide);
        return new Camera(scene.Width, scene.Height, span, dice);
    }

    private static Placement Place(Vector2 middle, Vector2 size, bool hangs, Dice dice)
    {
        var shift = new Vector2(dice.Around(0.03f) * size.X, dice.Around(0.02f) * size.Y);
        var angle = dice.Around(hangs ? 0.03f : 0.09f);
        var sway = size.Length() * (hangs ? 0.01f : 0.014f);
        return new Placement(middle, shift, angle, sway, dice);
    }

    private static IGround GroundOf(GroundKind kind, Dice dice) => kind switch
    {
        GroundKind.WoodenFloor => new WoodenFloor(dice),
        GroundKind.BedSheet => new BedSheet(dice),
        GroundKind.Carpet => new Carpet(dice),
        GroundKind.Wall => new PaintedWall(dice),
        GroundKind.Door => new WardrobeDoor(dice),
        GroundKind.Tiles => new Tiles(dice),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
