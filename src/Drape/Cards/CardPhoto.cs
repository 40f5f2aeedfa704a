using Drape.Imaging;

namespace Drape.Cards;

/// <summary>The photo of a card: it fills its side of it, cut where it is too long.</summary>
static class CardPhoto
{
    // People stand upright: of what is too tall more of the foot is cut than of the head.
    const double FromTop = 0.3;

    public static void Paint(PixelImage card, PixelImage photo, int width)
    {
        double scale = Math.Max((double)width / photo.Width, (double)card.Height / photo.Height);
        int wide = Math.Max(width, (int)Math.Round(photo.Width * scale)), tall = Math.Max(card.Height, (int)Math.Round(photo.Height * scale));
        var fit = Resampler.Resize(photo, wide, tall);
        int left = (wide - width) / 2, top = (int)((tall - card.Height) * FromTop);
        for (int y = 0; y < card.Height; y++)
        {
            fit.Pixels.AsSpan(((top + y) * wide + left) * 3, width * 3).CopyTo(card.Pixels.AsSpan(y * card.Width * 3));
        }
    }
}
