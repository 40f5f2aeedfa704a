using Drape.Imaging;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>
/// A street photo as others might have taken it: those of the set all show one person from head to foot, who fills the photo. What is
/// told of a photo must hold, too, where people stand farther off or only a part of them is seen.
/// </summary>
/// <param name="Pixels">The photo.</param>
/// <param name="Whole">Whether it still shows all that the tags name: a bag may be below what is shown, and its tag tells nothing then.</param>
sealed record Framing(PixelImage Pixels, bool Whole)
{
    // Of the photo's width, on every side.
    const double Margin = 0.28;

    /// <summary>From farther off, of the upper half and of head and shoulders.</summary>
    public static IEnumerable<Framing> Of(PixelImage photo)
    {
        int margin = (int)(Margin * photo.Width);
        yield return new(Part(photo, -margin, -margin, photo.Width + 2 * margin, photo.Height + 2 * margin), Whole: true);
        yield return new(Part(photo, photo.Width / 10, 0, photo.Width * 8 / 10, photo.Height * 45 / 100), Whole: false);
        yield return new(Part(photo, photo.Width * 15 / 100, 0, photo.Width * 7 / 10, photo.Height * 28 / 100), Whole: false);
    }

    /// <summary>A part of a photo; what is beyond its edge goes on as the edge ends.</summary>
    static PixelImage Part(PixelImage photo, int left, int top, int width, int height)
    {
        var part = new PixelImage(width, height, new byte[3 * width * height]);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                photo[Math.Clamp(left + x, 0, photo.Width - 1), Math.Clamp(top + y, 0, photo.Height - 1)].CopyTo(part[x, y]);
            }
        }

        return part;
    }
}
