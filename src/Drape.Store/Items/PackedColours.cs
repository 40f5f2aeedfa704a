using Drape.Colours;
using Drape.Similarity;

namespace Drape.Store.Items;

/// <summary>Colours in four bytes each: red, green, blue, and the share of 255.</summary>
static class PackedColours
{
    const int Size = 4;

    /// <summary>The colours with the largest shares, as many as an index takes.</summary>
    public static byte[] Pack(IReadOnlyList<NamedColour> colours)
    {
        byte[] packed = new byte[Math.Min(colours.Count, ItemFacets.MostColours) * Size];
        int at = 0;
        foreach (var colour in colours.OrderByDescending(c => c.Share).Take(ItemFacets.MostColours))
        {
            Convert.FromHexString(colour.Hex.AsSpan(1), packed.AsSpan(at, 3), out _, out _);
            packed[at + 3] = (byte)Math.Round(colour.Share * byte.MaxValue);
            at += Size;
        }

        return packed;
    }

    public static ColourShare[] Unpack(ReadOnlySpan<byte> packed)
    {
        if (packed.IsEmpty)
        {
            return [];
        }

        var colours = new ColourShare[packed.Length / Size];
        for (int i = 0; i < colours.Length; i++)
        {
            var colour = packed.Slice(i * Size, Size);
            colours[i] = new ColourShare(
                OkLab.FromSrgb(colour[0], colour[1], colour[2]), colour[3] / (float)byte.MaxValue);
        }

        return colours;
    }
}
