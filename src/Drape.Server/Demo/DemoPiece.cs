using System.Globalization;
using Drape.Drawing;
using Drape.Imaging;
using Drape.Store.Closets;

namespace Drape.Server.Demo;

/// <summary>A garment of the demo: how it is drawn, and what its owner or its shop says of it.</summary>
/// <param name="Shape">What it is.</param>
/// <param name="Colour">Its colour's name.</param>
/// <param name="Hex">The same as sRGB 0xRRGGBB.</param>
/// <param name="Price">What it cost, in euros.</param>
/// <param name="Pattern">Its pattern.</param>
/// <param name="Second">The pattern's colour as sRGB 0xRRGGBB.</param>
sealed record DemoPiece(GarmentShape Shape, string Colour, int Hex, decimal Price,
    GarmentPattern Pattern = GarmentPattern.Solid, int Second = 0xF0EEE8)
{
    const int Width = 480;
    const int Height = 640;
    const int Quality = 88;

    /// <summary>What tells it from the demo's others, in words that suit an address.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Colour}-{Pattern.Name()}-{Shape.Name()}-{Hex:x6}");

    /// <summary>Draws it as a photo.</summary>
    /// <param name="ground">What it lies on.</param>
    /// <param name="seed">Decides its folds and every other accident.</param>
    public byte[] Photo(GroundKind ground, int seed)
    {
        var drawn = Painter.Paint(new GarmentScene
        {
            Shape = Shape,
            Pattern = Pattern,
            Colour = Hex,
            SecondColour = Second,
            Ground = ground,
            Seed = seed,
            Width = Width,
            Height = Height,
        });
        return PhotoEncoder.Encode(new PixelImage(drawn.Width, drawn.Height, drawn.Pixels), PhotoFormat.Jpeg, Quality);
    }

    /// <summary>What its owner has corrected and added.</summary>
    public ClosetDetails Tell(ClosetDetails read) => read with
    {
        Type = Shape.Name(),
        Colour = Colour,
        Pattern = Pattern.Name(),
        Price = Price,
        Currency = "EUR",
    };
}
