using Drape.Imaging;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>
/// A street photo as others might have taken it: those of the set all show one person from head to foot, who fills the photo. What is
/// told of a photo must hold, too, where people stand farther off or only a part of them is seen.
/// </summary>
/// <param name="Pixels">The photo that they would have taken.</param>
/// <param name="Shown">What it shows, on the photo as it is.</param>
/// <param name="Photo">The whole of that photo.</param>
sealed record Framing(PixelImage Pixels, PixelBox Shown, PixelBox Photo)
{
    // Of the photo's width, on every side.
    const double Margin = 0.28;

    /// <summary>From farther off.</summary>
    public static Framing Farther(PixelImage photo)
    {
        int margin = (int)(Margin * photo.Width);
        return Of(photo, new PixelBox(-margin, -margin, photo.Width + 2 * margin, photo.Height + 2 * margin));
    }

    /// <summary>The upper half, head and shoulders, and from the waist down.</summary>
    public static IEnumerable<Framing> Parts(PixelImage photo) => new[]
    {
        new PixelBox(photo.Width / 10, 0, photo.Width * 8 / 10, photo.Height * 45 / 100),
        new PixelBox(photo.Width * 15 / 100, 0, photo.Width * 7 / 10, photo.Height * 28 / 100),
        new PixelBox(photo.Width / 10, photo.Height / 2, photo.Width * 8 / 10, photo.Height - photo.Height / 2),
    }.Select(shown => Of(photo, shown));

    /// <summary>Where a box is on the photo as it is.</summary>
    public PixelBox OnPhoto(PixelBox box) => box with { X = box.X + Shown.X, Y = box.Y + Shown.Y };

    /// <summary>What is beyond the photo's edge goes on as the edge ends.</summary>
    static Framing Of(PixelImage photo, PixelBox box)
    {
        var part = new PixelImage(box.Width, box.Height, new byte[3 * box.Width * box.Height]);
        for (int y = 0; y < box.Height; y++)
        {
            for (int x = 0; x < box.Width; x++)
            {
                photo[Math.Clamp(box.X + x, 0, photo.Width - 1), Math.Clamp(box.Y + y, 0, photo.Height - 1)].CopyTo(part[x, y]);
            }
        }

        return new Framing(part, box, photo.Whole);
    }
}
