namespace Drape.Imaging;

/// <summary>Upright 8-bit sRGB pixels, row by row, three bytes (R, G, B) a pixel.</summary>
public sealed class PixelImage
{
    /// <summary>Wraps pixels; the array is kept, not copied.</summary>
    /// <param name="width">Pixels a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="pixels">width * height * 3 bytes.</param>
    public PixelImage(int width, int height, byte[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentNullException.ThrowIfNull(pixels);
        if (pixels.LongLength != (long)width * height * 3)
        {
            throw new ArgumentException(
                $"{width}x{height} pixels take {(long)width * height * 3} bytes, not {pixels.LongLength}.",
                nameof(pixels));
        }

        (Width, Height, Pixels) = (width, height, pixels);
    }

    /// <summary>Pixels a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>R, G, B of the first pixel of the top row, then of its right neighbour, and so on.</summary>
    public byte[] Pixels { get; }

    /// <summary>The box around all of it.</summary>
    public PixelBox Whole => new(0, 0, Width, Height);

    /// <summary>The three bytes of one pixel.</summary>
    public Span<byte> this[int x, int y] => Pixels.AsSpan((y * Width + x) * 3, 3);

    /// <summary>A copy of a part of it.</summary>
    /// <param name="box">In pixels, within <see cref="Whole"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The box goes beyond the picture.</exception>
    public PixelImage Part(PixelBox box)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(box.X);
        ArgumentOutOfRangeException.ThrowIfNegative(box.Y);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(box.X + box.Width, Width);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(box.Y + box.Height, Height);
        byte[] part = new byte[3 * box.Width * box.Height];
        for (int y = 0; y < box.Height; y++)
        {
            Pixels.AsSpan((((box.Y + y) * Width) + box.X) * 3, box.Width * 3).CopyTo(part.AsSpan(y * box.Width * 3));
        }

        return new PixelImage(box.Width, box.Height, part);
    }

    /// <summary>A copy turned by so many quarters, clockwise; itself where there is nothing to turn.</summary>
    public PixelImage Turned(int quarters)
    {
        if (quarters % QuarterTurns.Whole == 0)
        {
            return this;
        }

        var (width, height) = QuarterTurns.Size(Width, Height, quarters);
        return new PixelImage(width, height, QuarterTurns.Turn<byte>(Pixels, Width, 3, quarters));
    }

    /// <summary>A copy that can be drawn on.</summary>
    public PixelImage Copy() => new(Width, Height, [.. Pixels]);
}
