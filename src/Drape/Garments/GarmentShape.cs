using Drape.Imaging;

namespace Drape.Garments;

/// <summary>Puts the regions of a garment together.</summary>
static class GarmentShape
{
    /// <summary>The garment that some regions of a photo are.</summary>
    /// <param name="photo">The photo.</param>
    /// <param name="numbers">The region's number of every pixel.</param>
    /// <param name="parts">The garment's regions, at least one.</param>
    /// <param name="hint">What the parser takes it for, or null.</param>
    /// <param name="person">Who wears it, or null.</param>
    public static FoundGarment Of(
        ParsedPhoto photo, ReadOnlySpan<int> numbers, IReadOnlyList<Region> parts, TypeHint? hint, int? person)
    {
        // A mask of half the size tells a soft edge as well as the parser does, in a quarter of the memory.
        int width = (photo.Width + 1) / 2, height = (photo.Height + 1) / 2;
        byte[] values = new byte[width * height];
        foreach (var part in parts)
        {
            for (int y = part.Top; y <= part.Bottom; y++)
            {
                for (int x = part.Left; x <= part.Right; x++)
                {
                    if (numbers[y * photo.Width + x] == part.Number)
                    {
                        ref byte value = ref values[y / 2 * width + x / 2];
                        value = (byte)Math.Min(value + 64, byte.MaxValue); // a quarter a pixel
                    }
                }
            }
        }

        int left = parts.Min(p => p.Left), top = parts.Min(p => p.Top);
        var bounds = new PixelBox(left, top, parts.Max(p => p.Right) - left + 1, parts.Max(p => p.Bottom) - top + 1);
        return new FoundGarment(hint, person, new Mask(width, height, values), bounds, photo.Width, photo.Height);
    }
}
