using Drape.Drawing;
using Drape.Imaging;

namespace Drape.Load;

/// <summary>Photos of the sizes that people send: what the page makes of one, what phones take, a large PNG.</summary>
static class PhotoShoot
{
    public static IReadOnlyList<byte[]> Take() =>
    [
        Photo(GarmentShape.TShirt, 1200, 1600, PhotoFormat.Jpeg, 90),
        Photo(GarmentShape.Dress, 3024, 4032, PhotoFormat.Jpeg, 92),
        Photo(GarmentShape.Jeans, 768, 1024, PhotoFormat.Webp, 85),
        Photo(GarmentShape.Hoodie, 1200, 1600, PhotoFormat.Png, 1),
        Photo(GarmentShape.Hat, 480, 640, PhotoFormat.Jpeg, 80),
    ];

    static byte[] Photo(GarmentShape shape, int width, int height, PhotoFormat format, int quality)
    {
        var picture = Painter.Paint(new GarmentScene { Shape = shape, Width = width, Height = height });
        return PhotoEncoder.Encode(new PixelImage(picture.Width, picture.Height, picture.Pixels), format, quality);
    }
}
