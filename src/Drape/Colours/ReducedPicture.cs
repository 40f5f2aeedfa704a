using Drape.Imaging;

namespace Drape.Colours;

/// <summary>A picture made small and taken to OKLab: all that is measured is measured on this.</summary>
sealed class ReducedPicture
{
    /// <summary>Pixels of the longer side at most.</summary>
    public const int Long = 160;

    // A value of four bytes for each pixel then stays off the large heap, where garbage lies about for long.
    const int Most = 21_000;

    ReducedPicture(int width, int height, byte[] pixels)
    {
        (Width, Height, Pixels) = (width, height, pixels);
        var count = width * height;
        (L, A, B) = (new float[count], new float[count], new float[count]);
        Cells = new int[count];
        OkLab.FromSrgb(pixels, L, A, B);
        for (var i = 0; i < count; i++)
        {
            Cells[i] = ColourGrid.Cell(new OkLab(L[i], A[i], B[i]));
        }
    }

    /// <summary>Pixels a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Number of pixels.</summary>
    public int Count => L.Length;

    /// <summary>8-bit sRGB, three bytes a pixel.</summary>
    public byte[] Pixels { get; }

    /// <summary>OKLab lightness of each pixel.</summary>
    public float[] L { get; }

    /// <summary>OKLab green to red of each pixel.</summary>
    public float[] A { get; }

    /// <summary>OKLab blue to yellow of each pixel.</summary>
    public float[] B { get; }

    /// <summary>Cell of <see cref="ColourGrid"/> of each pixel.</summary>
    public int[] Cells { get; }

    /// <summary>Reduces a picture by plain averages of blocks; one that is small enough stays as it is.</summary>
    public static ReducedPicture From(PixelImage picture) => From(picture, picture.Whole);

    /// <summary>The same of a part of a picture.</summary>
    public static ReducedPicture From(PixelImage picture, PixelBox box)
    {
        var scale = Math.Min(1, Math.Min(
            (double)Long / Math.Max(box.Width, box.Height), Math.Sqrt((double)Most / ((long)box.Width * box.Height))));
        var width = Math.Max(1, (int)((box.Width * scale) + 0.5));
        var height = Math.Max(1, (int)((box.Height * scale) + 0.5));
        var pixels = new byte[3 * width * height];
        for (var y = 0; y < height; y++)
        {
            var (top, bottom) = (box.Y + Block(y, box.Height, height), box.Y + Block(y + 1, box.Height, height));
            for (var x = 0; x < width; x++)
            {
                var (left, right) = (box.X + Block(x, box.Width, width), box.X + Block(x + 1, box.Width, width));
                Average(picture, (left, top, right, bottom), pixels.AsSpan(3 * ((y * width) + x), 3));
            }
        }

        return new ReducedPicture(width, height, pixels);
    }

    static int Block(int index, int from, int to) => (int)((long)index * from / to);

    static void Average(PixelImage picture, (int Left, int Top, int Right, int Bottom) block, Span<byte> pixel)
    {
        var (r, g, b) = (0L, 0L, 0L);
        for (var y = block.Top; y < block.Bottom; y++)
        {
            var row = picture.Pixels.AsSpan(3 * ((y * picture.Width) + block.Left), 3 * (block.Right - block.Left));
            for (var i = 0; i + 2 < row.Length; i += 3)
            {
                r += row[i];
                g += row[i + 1];
                b += row[i + 2];
            }
        }

        var count = (long)(block.Right - block.Left) * (block.Bottom - block.Top);
        pixel[0] = (byte)((r + (count / 2)) / count);
        pixel[1] = (byte)((g + (count / 2)) / count);
        pixel[2] = (byte)((b + (count / 2)) / count);
    }
}
