namespace Drape.Imaging;

/// <summary>How much of each pixel belongs to something: one byte a pixel, row by row, 0 none to 255 whole.</summary>
public sealed class Mask
{
    /// <summary>Wraps values; the array is kept, not copied.</summary>
    /// <param name="width">Pixels a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="values">width * height bytes.</param>
    public Mask(int width, int height, byte[] values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentNullException.ThrowIfNull(values);
        if (values.LongLength != (long)width * height)
        {
            throw new ArgumentException(
                $"A mask of {width}x{height} takes {(long)width * height} bytes, not {values.LongLength}.",
                nameof(values));
        }

        (Width, Height, Values) = (width, height, values);
    }

    /// <summary>Pixels a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>0 none to 255 whole, row by row.</summary>
    public byte[] Values { get; }

    /// <summary>The smallest box around all pixels of at least <paramref name="threshold"/>; null if none is.</summary>
    public PixelBox? Bounds(byte threshold = 128)
    {
        int left = Width, top = Height, right = -1, bottom = -1;
        for (int y = 0; y < Height; y++)
        {
            var row = Values.AsSpan(y * Width, Width);
            int first = row.IndexOfAnyInRange(threshold, byte.MaxValue);
            if (first < 0)
            {
                continue;
            }

            left = Math.Min(left, first);
            right = Math.Max(right, row.LastIndexOfAnyInRange(threshold, byte.MaxValue));
            top = Math.Min(top, y);
            bottom = y;
        }

        return right < 0 ? null : new PixelBox(left, top, right - left + 1, bottom - top + 1);
    }

    /// <summary>The same on a larger picture, of which this is the mask of a part: nothing beside it belongs.</summary>
    /// <param name="left">Where the part begins, in pixels of this mask.</param>
    /// <param name="top">Likewise.</param>
    /// <param name="width">Of the larger picture, in pixels of this mask; at least what the part needs.</param>
    /// <param name="height">Likewise.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part does not fit there.</exception>
    public Mask Within(int left, int top, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(left);
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(left + Width, width);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(top + Height, height);
        byte[] values = new byte[checked(width * height)];
        for (int y = 0; y < Height; y++)
        {
            Values.AsSpan(y * Width, Width).CopyTo(values.AsSpan(((top + y) * width) + left));
        }

        return new Mask(width, height, values);
    }

    /// <summary>A copy turned by so many quarters, clockwise; itself where there is nothing to turn.</summary>
    public Mask Turned(int quarters)
    {
        if (quarters % QuarterTurns.Whole == 0)
        {
            return this;
        }

        var (width, height) = QuarterTurns.Size(Width, Height, quarters);
        return new Mask(width, height, QuarterTurns.Turn<byte>(Values, Width, 1, quarters));
    }

    /// <summary>The mask at another size, straight between the pixels' middles.</summary>
    public Mask Stretch(int width, int height)
    {
        if (width == Width && height == Height)
        {
            return this;
        }

        byte[] values = new byte[checked(width * height)];
        for (int y = 0, i = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++, i++)
            {
                values[i] = (byte)(255 * At((x + 0.5f) / width, (y + 0.5f) / height) + 0.5f);
            }
        }

        return new Mask(width, height, values);
    }

    /// <summary>How much of a point belongs, 0 to 1, straight between the pixels' middles.</summary>
    /// <param name="across">From 0, the left edge, to 1, the right edge.</param>
    /// <param name="down">From 0, the upper edge, to 1, the lower edge.</param>
    public float At(float across, float down)
    {
        float x = Math.Clamp(across * Width - 0.5f, 0, Width - 1), y = Math.Clamp(down * Height - 0.5f, 0, Height - 1);
        int left = (int)x, top = (int)y;
        int upper = top * Width + left, lower = top + 1 < Height ? upper + Width : upper, right = left + 1 < Width ? 1 : 0;
        float above = float.Lerp(Values[upper], Values[upper + right], x - left);
        float below = float.Lerp(Values[lower], Values[lower + right], x - left);
        return float.Lerp(above, below, y - top) / 255;
    }
}
