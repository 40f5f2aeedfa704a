using System.Numerics;
using Drape.Drawing.Chance;

namespace Drape.Drawing.Photography;

/// <summary>Lays a garment on the plane: middle to middle, turned a little, its lines no longer quite true.</summary>
internal sealed class Placement
{
    private readonly Vector2 middle;
    private readonly Vector2 shift;
    private readonly float sway;
    private readonly Noise noise;
    private readonly Matrix3x2 turn;
    private readonly Matrix3x2 back;

    /// <param name="middle">The point of the garment that comes to <paramref name="shift"/>, in centimetres.</param>
    /// <param name="shift">Where on the plane, in centimetres.</param>
    /// <param name="angle">Turn in radians, clockwise.</param>
    /// <param name="sway">How far outlines stray, in centimetres.</param>
    /// <param name="dice">Decides how they stray.</param>
    public Placement(Vector2 middle, Vector2 shift, float angle, float sway, Dice dice)
    {
        this.middle = middle;
        this.shift = shift;
        this.sway = sway;
        noise = new Noise(dice);
        turn = Matrix3x2.CreateRotation(angle);
        Matrix3x2.Invert(turn, out back);
    }

    public Vector2 ToPlane(Vector2 p) => Vector2.Transform(p + Stray(p) - middle, turn) + shift;

    /// <summary>Back to the garment; straying is small enough to be taken at the place found first.</summary>
    public Vector2 ToGarment(Vector2 plane)
    {
        var p = Vector2.Transform(plane - shift, back) + middle;
        return p - Stray(p);
    }

    private Vector2 Stray(Vector2 p) => sway * (new Vector2(
        noise.At(p / 22f), noise.At(p / 22f + new Vector2(60, 20)))
        + 0.2f * new Vector2(noise.At(p / 5f + new Vector2(8, 90)), noise.At(p / 5f + new Vector2(33, 44))));
}
