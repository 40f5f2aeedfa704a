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
}
