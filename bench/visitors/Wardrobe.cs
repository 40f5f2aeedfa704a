using Drape.Drawing;
using Drape.Imaging;

namespace Drape.Visitors;

/// <summary>What visitors photograph.</summary>
static class Wardrobe
{
    /// <summary>A garment as the page sends it, scaled down in the browser.</summary>
    public static byte[] Photo()
    {
        var picture = Painter.Paint(new GarmentScene { Shape = GarmentShape.TShirt, Width = 1200, Height = 1600 });
        return PhotoEncoder.Encode(new PixelImage(picture.Width, picture.Height, picture.Pixels), PhotoFormat.Jpeg, 85);
    }
}
