using System.Numerics;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Figures;

/// <summary>How a garment hangs around the trunk.</summary>
/// <param name="Stance">The body beneath.</param>
/// <param name="Ease">Centimetres between body and cloth.</param>
/// <param name="Fall">Share of the chest's width that it keeps below the chest: 1 falls straight, 0 follows the body.</param>
/// <param name="Hem">The level at which it ends.</param>
/// <param name="Flare">Centimetres that it gains on each side between the hips and the hem.</param>
internal sealed record TrunkShape(Stance Stance, float Ease, float Fall, float Hem, float Flare = 0)
{
    private const float Chest = 46;
    private const float Hips = 84;

    public Vector2 Side(int side, float y)
    {
        var body = Stance.Side(side, y, Ease);
        var straight = (Stance.Half(Chest) + Ease) * Fall;
        var half = MathF.Max(Stance.Half(y) + Ease, y > Chest ? straight : 0);
        half += Flare * MathF.Max(0, y - Hips) / MathF.Max(1, Hem - Hips);
        return body with { X = Stance.Centre(y) + side * half };
    }

    /// <summary>Adds the side of the garment from the shoulder down to the hem.</summary>
    public Curve Down(Curve curve, int side, float from = 33)
    {
        foreach (var y in Levels(from))
        {
            curve.Through(Side(side, y));
        }

        return curve.Corner(Side(side, Hem));
    }

    /// <summary>Adds the side from the hem up.</summary>
    public Curve Up(Curve curve, int side, float to = 33)
    {
        curve.Corner(Side(side, Hem));
        foreach (var y in Levels(to).Reverse())
        {
            curve.Through(Side(side, y));
        }

        return curve;
    }

    private IEnumerable<float> Levels(float from) =>
        ((float[])[42, 50, 58, 64, 72, 82, 92, 104, 118, 132, 146]).Where(y => y > from && y < Hem - 3);
}
