namespace Drape.Imaging;

/// <summary>
/// The memory that decoding takes. Most files are decoded a few rows at a time; some are stored in such a way that the
/// whole picture must be held at once, however small it is wanted.
/// </summary>
static class DecodeCost
{
    /// <summary>Bytes held at once, estimated from the header alone; 0 where rows only pass through.</summary>
    /// <param name="data">The file.</param>
    /// <param name="format">Its format.</param>
    /// <param name="pixels">Pixels of the picture.</param>
    public static long Of(ReadOnlySpan<byte> data, PhotoFormat format, long pixels) => format switch
    {
        PhotoFormat.Png when data.Length > 28 && data[28] != 0 => pixels * PngPixel(data), // Adam7 interlacing
        PhotoFormat.Jpeg when IsProgressive(data) => pixels * 4, // 16-bit coefficients, colour at half size and more
        PhotoFormat.Avif => pixels * 6, // planes and their conversion, up to 12 bits each
        PhotoFormat.Gif => pixels * 4,
        _ => 0,
    };

    static int PngPixel(ReadOnlySpan<byte> data)
    {
        int samples = data[25] switch { 0 or 3 => 1, 4 => 2, 2 => 3, _ => 4 };
        return samples * (data[24] == 16 ? 2 : 1);
    }

    static bool IsProgressive(ReadOnlySpan<byte> data) => StatedSize.JpegFrame(data) is { Marker: 0xC2 or 0xC6 or 0xCA };
}
