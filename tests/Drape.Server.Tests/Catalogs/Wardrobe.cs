using System.Collections.Concurrent;
using Drape.Drawing;
using Drape.Imaging;

namespace Drape.Server.Tests.Catalogs;

/// <summary>Drawn pictures of garments, each drawn once.</summary>
static class Wardrobe
{
    static readonly ConcurrentDictionary<(GarmentShape, int, int), byte[]> Drawn = new();

    public static byte[] RedShirt => Of(GarmentShape.Shirt, 0xB02030, 3);

    public static byte[] NavyShirt => Of(GarmentShape.Shirt, 0x24335C, 4);

    public static byte[] Jeans => Of(GarmentShape.Jeans, 0x3A5580, 5);

    public static byte[] GreenDress => Of(GarmentShape.Dress, 0x2F7B4F, 6);

    public static byte[] Of(GarmentShape shape, int colour, int seed) => Drawn.GetOrAdd((shape, colour, seed), _ =>
    {
        var picture = Painter.Paint(new GarmentScene
        {
            Shape = shape, Pattern = GarmentPattern.Solid, Colour = colour, Width = 240, Height = 320, Seed = seed,
        });
        return PhotoEncoder.Encode(new PixelImage(picture.Width, picture.Height, picture.Pixels), PhotoFormat.Jpeg);
    });
}
