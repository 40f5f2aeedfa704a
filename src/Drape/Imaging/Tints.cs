namespace Drape.Imaging;

/// <summary>The calm colours of drawn findings; paper stands out from each by 4.5 to 1.</summary>
static class Tints
{
    /// <summary>Drape's paper, for letters and light lines.</summary>
    public static readonly byte[] Paper = [0xFA, 0xF7, 0xF2];

    static readonly byte[][] All =
    [
        [0x7B, 0x2D, 0x3B], // oxblood
        [0x3F, 0x5D, 0x7A], // slate blue
        [0x4F, 0x6B, 0x4A], // moss
        [0x8A, 0x5A, 0x12], // ochre
        [0x6A, 0x4A, 0x78], // plum
        [0x2B, 0x69, 0x68], // sea
        [0x9A, 0x4A, 0x2A], // clay
        [0x55, 0x4D, 0x45], // umber
    ];

    /// <summary>The colour of a finding by its place in the list; after the last the first comes again.</summary>
    public static byte[] Of(int index) => All[index % All.Length];
}
