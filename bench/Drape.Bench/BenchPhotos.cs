using Drape.Drawing;
using Drape.Imaging;

namespace Drape.Bench;

/// <summary>The photos that benchmarks read: a shirt on a wooden floor with a phone camera's noise.</summary>
static class BenchPhotos
{
    /// <summary>A 12-megapixel picture's file.</summary>
    public static byte[] TwelveMegapixels(PhotoFormat format) =>
        PhotoEncoder.Encode(Draw(3000, 4000), format, quality: 90);

    /// <summary>A picture at the size the engine works at.</summary>
    public static PixelImage Working() => PhotoDecoder.Decode(
        PhotoEncoder.Encode(Draw(768, 1024), PhotoFormat.Jpeg, 90), PhotoAnalyzer.WorkingSide).Pixels;

    static PixelImage Draw(int width, int height)
    {
        var drawn = Painter.Paint(new GarmentScene
        {
            Shape = GarmentShape.Shirt, Pattern = GarmentPattern.Plaid, Width = width, Height = height, Seed = 7,
        });
        return new PixelImage(drawn.Width, drawn.Height, drawn.Pixels);
    }
}
