using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;

namespace Drape.Drawing.Photography;

/// <summary>What every part of a picture shares: the camera, the window, the noise that cloth and ground grow
/// from.</summary>
internal sealed class Studio(Camera camera, Canvas canvas, WindowLight light, Dice dice)
{
    public Camera Camera => camera;

    public Canvas Canvas => canvas;

    public WindowLight Light => light;

    public float Scale => camera.PixelsPerCentimetre;

    /// <summary>About one pixel, in centimetres.</summary>
    public float Softness => 1.2f / camera.PixelsPerCentimetre;

    public Folds Folds { get; } = new(new Noise(dice));

    public Grain Grain { get; } = new(new Noise(dice), camera.PixelsPerCentimetre);

    public Vector2[] ToPixels(IReadOnlyList<Vector2> line, Placement placement)
    {
        var pixels = new Vector2[line.Count];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = camera.ToPixel(placement.ToPlane(line[i]));
        }

        return pixels;
    }
}
