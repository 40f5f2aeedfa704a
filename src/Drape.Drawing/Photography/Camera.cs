using System.Numerics;
using Drape.Drawing.Chance;

namespace Drape.Drawing.Photography;

/// <summary>
/// A phone held not quite square above the ground: maps between pixels and centimetres on the plane of the garment,
/// whose origin lies in the middle of the picture.
/// </summary>
internal sealed class Camera
{
    private readonly Vector2 middle;
    private readonly float pixelHeight;
    private readonly float span;
    private readonly Vector2 tilt;
    private readonly Matrix3x2 roll;
    private readonly Matrix3x2 unroll;

    /// <param name="width">Picture width in pixels.</param>
    /// <param name="height">Picture height in pixels.</param>
    /// <param name="span">Centimetres of the plane that fit into the height of the picture.</param>
    /// <param name="dice">Decides tilt and roll.</param>
    public Camera(int width, int height, float span, Dice dice)
    {
        middle = new Vector2(width, height) / 2;
        pixelHeight = height;
        this.span = span;
        tilt = new Vector2(dice.Around(0.05f), dice.Between(0.02f, 0.16f));
        roll = Matrix3x2.CreateRotation(dice.Around(0.05f));
        Matrix3x2.Invert(roll, out unroll);
    }

    /// <summary>A camera that is held square.</summary>
    /// <param name="width">Picture width in pixels.</param>
    /// <param name="height">Picture height in pixels.</param>
    /// <param name="span">Centimetres of the plane that fit into the height of the picture.</param>
    public Camera(int width, int height, float span)
    {
        middle = new Vector2(width, height) / 2;
        pixelHeight = height;
        this.span = span;
        roll = Matrix3x2.Identity;
        unroll = Matrix3x2.Identity;
    }

    public float PixelsPerCentimetre => pixelHeight / span;

    /// <summary>Where on the plane a place in the picture lies, in centimetres.</summary>
    public Vector2 ToPlane(float x, float y)
    {
        var n = (new Vector2(x, y) - middle) / pixelHeight;
        return Vector2.Transform(n, roll) * (span / (1 + Vector2.Dot(tilt, n)));
    }

    /// <summary>The place in the picture of a point on the plane.</summary>
    public Vector2 ToPixel(Vector2 plane)
    {
        var m = Vector2.Transform(plane / span, unroll);
        return m / (1 - Vector2.Dot(tilt, m)) * pixelHeight + middle;
    }
}
