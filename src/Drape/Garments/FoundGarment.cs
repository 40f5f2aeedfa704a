using Drape.Imaging;

namespace Drape.Garments;

/// <summary>A garment's place in a photo.</summary>
/// <param name="Hint">What the parser takes it for; null where it cannot tell.</param>
/// <param name="Person">Who wears it, from 0 for the main figure; null where nobody does.</param>
/// <param name="Mask">Its pixels, softly: the whole photo in its proportions, but smaller.</param>
/// <param name="Bounds">The rectangle around it, on the parsed photo.</param>
/// <param name="Width">Pixels a row of the parsed photo.</param>
/// <param name="Height">Rows of the parsed photo.</param>
public sealed record FoundGarment(TypeHint? Hint, int? Person, Mask Mask, PixelBox Bounds, int Width, int Height)
{
    /// <summary>The parser's group for it; null where it has none.</summary>
    public string? Group => Hint?.Group;

    /// <summary>
    /// Whether it is a thing without a type, a bag, in whose place the plain ground is seen, as between an arm and the body. Nothing but
    /// the parser tells that such things are there; clothes are left alone, since white ones look like the ground, too.
    /// </summary>
    internal bool IsMistaken(Ground ground, PixelImage photo) => Hint?.Types is { Count: 0 } && ground.Covers(photo, Mask);

    /// <summary>The same without the ground that is seen through it.</summary>
    internal FoundGarment Before(Ground ground, PixelImage photo) => this with { Mask = SeenThrough.Without(Mask, ground, photo) };

    /// <summary>How much of the photo it takes, 0 to 1.</summary>
    internal double Share => (double)Mask.Values.Sum(v => (long)v) / (byte.MaxValue * Mask.Values.Length);

    /// <summary>Whether it goes on beyond the photo's upper or lower edge, over a fiftieth of the photo's width.</summary>
    internal bool IsCut => 50 * Math.Max(Named(0), Named(Mask.Height - 1)) > Mask.Width;

    /// <summary>The same in a photo of which the one that it was found in is a part.</summary>
    /// <param name="part">That part.</param>
    /// <param name="width">The photo's width, in the pixels of <paramref name="part"/>.</param>
    /// <param name="height">Its height.</param>
    internal FoundGarment Within(PixelBox part, int width, int height)
    {
        var parsed = On(Width, Height);
        var masked = On(Mask.Width, Mask.Height);
        return this with
        {
            Mask = Mask.Within(masked.X, masked.Y, masked.Width, masked.Height),
            Bounds = Bounds with { X = Bounds.X + parsed.X, Y = Bounds.Y + parsed.Y },
            Width = parsed.Width,
            Height = parsed.Height,
        };

        // Where the part begins and how large the photo is if the part is so large.
        PixelBox On(int across, int down)
        {
            double x = (double)across / part.Width, y = (double)down / part.Height;
            int left = (int)Math.Round(part.X * x), top = (int)Math.Round(part.Y * y);
            return new PixelBox(left, top, Math.Max((int)Math.Round(width * x), left + across), Math.Max((int)Math.Round(height * y), top + down));
        }
    }

    /// <summary>The same in the photo turned by so many quarters, clockwise.</summary>
    internal FoundGarment Turned(int quarters)
    {
        var (width, height) = QuarterTurns.Size(Width, Height, quarters);
        return this with { Mask = Mask.Turned(quarters), Bounds = Bounds.Turned(Width, Height, quarters), Width = width, Height = height };
    }

    int Named(int row)
    {
        int named = 0;
        foreach (byte value in Mask.Values.AsSpan(row * Mask.Width, Mask.Width))
        {
            named += value > byte.MaxValue / 2 ? 1 : 0;
        }

        return named;
    }

    /// <summary>The rectangle around it on the photo at another size.</summary>
    public PixelBox Box(int width, int height) => Bounds.Scale(Width, Height, width, height);

    /// <summary>The same with some surroundings, as the reader has learned garments.</summary>
    public PixelBox Crop(int width, int height)
    {
        var box = Box(width, height);
        int across = box.Width / 8, down = box.Height / 8;
        int left = Math.Max(box.X - across, 0), top = Math.Max(box.Y - down, 0);
        return new PixelBox(left, top, Math.Min(box.X + box.Width + across, width) - left,
            Math.Min(box.Y + box.Height + down, height) - top);
    }
}
