using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Photography;

namespace Drape.Drawing.Grounds;

/// <summary>A light sheet or blanket, softly wrinkled.</summary>
internal sealed class BedSheet : IGround
{
    private static readonly int[] Cloths = [0xE9E4DA, 0xDADDE2, 0xE8DCC8, 0xCFC6BC, 0xF0EEEA, 0xC9D3DC];
    private readonly Folds folds;
    private readonly Noise noise;
    private readonly Vector3 cloth;
    private readonly FoldStyle style;

    public BedSheet(Dice dice)
    {
        noise = new Noise(dice);
        folds = new Folds(new Noise(dice));
        cloth = LinearColour.FromHex(Cloths[(int)(dice.Unit() * Cloths.Length)]);
        style = new FoldStyle(dice.Between(0, MathF.PI), dice.Between(9, 15), 3.5f, dice.Between(0.5f, 1f), 0.22f);
    }

    public float Gloss => 0;

    public (Vector3 Colour, float Height) At(Vector2 p, float softness)
    {
        var weave = 1 + 0.035f * noise.At(p * MathF.Min(7, 0.5f / softness));
        var hump = 1.4f * noise.At(p / 31f);
        return (cloth * weave, hump + folds.At(style, p * 0.8f));
    }
}
