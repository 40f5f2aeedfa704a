using System.Numerics;
using Drape.Drawing.Chance;
using Drape.Drawing.Cloth;
using Drape.Drawing.Photography;
using Drape.Drawing.Prints;

namespace Drape.Drawing.Cuts;

/// <summary>The colours and print that a garment is made in.</summary>
/// <param name="colour">The main colour as sRGB 0xRRGGBB.</param>
/// <param name="secondColour">The colour of pattern and trim as sRGB 0xRRGGBB.</param>
/// <param name="pattern">The pattern.</param>
/// <param name="dice">Decides how the print falls.</param>
internal sealed class Palette(int colour, int secondColour, GarmentPattern pattern, Dice dice)
{
    private readonly ulong printSeed = dice.Next();

    public Vector3 Main { get; } = LinearColour.AsCloth(LinearColour.FromHex(colour));

    public Vector3 Second { get; } = LinearColour.AsCloth(LinearColour.FromHex(secondColour));

    public GarmentPattern Pattern => pattern;

    /// <summary>Thread that shows a little on the main colour.</summary>
    public Vector3 Thread => LinearColour.Brightness(Main) > 0.35f ? Main * 0.72f : LinearColour.Paler(Main, 0.13f);

    /// <summary>The inside of the main cloth, without its print.</summary>
    public Material Lining(Weave weave) => new(Main * 0.62f, weave);

    public Material Plain(Weave weave) => new(Main, weave);

    /// <summary>The cloth of the large pieces, with the print.</summary>
    /// <param name="weave">How it is made.</param>
    /// <param name="printCentre">Where a single print sits, in centimetres of the garment.</param>
    /// <param name="printSize">Half the size of a single print in centimetres.</param>
    /// <param name="upright">Whether stripes run down the cloth.</param>
    public Material Printed(Weave weave, Vector2 printCentre, float printSize, bool upright = false) =>
        Plain(weave) with { Print = PrintFor(printCentre, printSize, upright) };

    /// <summary>The same cloth on a piece that a single print does not reach, such as a sleeve.</summary>
    public Material Around(Weave weave, bool upright = false) => Pattern == GarmentPattern.Graphic
        ? Plain(weave)
        : Printed(weave, default, 1, upright);

    private IPrint? PrintFor(Vector2 centre, float size, bool upright)
    {
        // The same seed each time: sleeves and body are cut from one bolt of cloth.
        var own = new Dice(printSeed);
        return Pattern switch
        {
            GarmentPattern.Striped => new Stripes(Main, Second, upright, own),
            GarmentPattern.Plaid => new Plaid(Main, Second, own),
            GarmentPattern.Floral => new Flowers(Main, Second, own),
            GarmentPattern.Dotted => new Dots(Main, Second, own),
            GarmentPattern.Graphic => new ChestPrint(Main, Second, centre, size, own),
            GarmentPattern.Geometric => new Triangles(Main, Second, own),
            GarmentPattern.Camouflage => new Camouflage(Main, Second, own),
            _ => null,
        };
    }
}
