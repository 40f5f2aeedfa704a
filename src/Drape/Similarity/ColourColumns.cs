using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Drape.Colours;

namespace Drape.Similarity;

/// <summary>
/// The colours of items as 16-bit fixed point (1 is 32,767), eight items side by side, so that eight are compared at a time.
/// </summary>
sealed class ColourColumns
{
    /// <summary>Items that stand side by side.</summary>
    public const int Lanes = 8;

    // Colours farther apart than this have nothing in common; half of it still looks like a relative.
    const float Reach = 0.25f;
    const float HueWeight = 2.5f;

    const float One = 32767;
    const int Parts = 4; // lightness, green to red, blue to yellow, share
    const int Group = ItemFacets.MostColours * Parts * Lanes;

    readonly short[] _values;

    /// <summary>Makes room; nothing is in it.</summary>
    /// <param name="capacity">For how many items, a multiple of <see cref="Lanes"/>.</param>
    public ColourColumns(int capacity) => _values = GC.AllocateUninitializedArray<short>(capacity / Lanes * Group);

    /// <summary>Bytes of memory it takes.</summary>
    public long Bytes => _values.LongLength * sizeof(short);

    /// <summary>Sets an item's colours. Their shares are made to add up to 1.</summary>
    public void Set(int slot, IReadOnlyList<ColourShare> colours)
    {
        float sum = 0;
        for (int i = 0; i < colours.Count; i++)
        {
            sum += colours[i].Share;
        }

        var group = _values.AsSpan(slot / Lanes * Group, Group)[(slot % Lanes)..];
        for (int i = 0; i < ItemFacets.MostColours; i++, group = group[Math.Min(Parts * Lanes, group.Length)..])
        {
            bool there = i < colours.Count && sum > 0;
            var colour = there ? colours[i].Colour : default;
            group[0] = Fixed(colour.L);
            group[Lanes] = Fixed(colour.A);
            group[2 * Lanes] = Fixed(colour.B);
            group[3 * Lanes] = there ? Fixed(colours[i].Share / sum) : (short)0;
        }
    }

    /// <summary>Copies an item's colours from another place.</summary>
    public void Copy(int slot, ColourColumns from, int fromSlot)
    {
        var source = from._values.AsSpan(fromSlot / Lanes * Group, Group);
        var target = _values.AsSpan(slot / Lanes * Group, Group);
        for (int i = 0; i < Group; i += Lanes)
        {
            target[i + (slot % Lanes)] = source[i + (fromSlot % Lanes)];
        }
    }

    /// <summary>
    /// How much of each of eight items has a colour or one near it, 0 to 1: the shares of its colours, each by Tukey's
    /// biweight of its distance in OKLab, which is 1 for the same, 0.56 at half the reach, and 0 beyond it. Hue and chroma
    /// count for more than lightness, which folds and light change: a dark navy is asked for to find navy, not black.
    /// </summary>
    /// <param name="group">Which eight: the slot of the first, divided by eight.</param>
    /// <param name="colour">The colour asked for.</param>
    public Vector256<float> Likeness(int group, OkLab colour)
    {
        ref short values = ref MemoryMarshal.GetReference(_values.AsSpan(group * Group, Group));
        var (l, a, b) = (Vector256.Create(colour.L * One), Vector256.Create(colour.A * One), Vector256.Create(colour.B * One));
        var nearness = Vector256.Create(1 / (Reach * One * Reach * One));
        var hue = Vector256.Create(HueWeight * HueWeight);
        var likeness = Vector256<float>.Zero;
        for (nuint i = 0; i < Group; i += Parts * Lanes)
        {
            var (dl, da, db) = (Load(ref values, i) - l, Load(ref values, i + Lanes) - a, Load(ref values, i + (2 * Lanes)) - b);
            var near = Vector256.Max(Vector256<float>.Zero, Vector256<float>.One - (((dl * dl) + (((da * da) + (db * db)) * hue)) * nearness));
            likeness += Load(ref values, i + (3 * Lanes)) * (near * near);
        }

        return Vector256.Min(Vector256<float>.One, likeness * (1 / One));
    }

    static Vector256<float> Load(ref short values, nuint offset)
    {
        var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref values, offset));
        return Vector256.ConvertToSingle(Vector256.Create(low, high));
    }

    static short Fixed(float value) => (short)MathF.Round(Math.Clamp(value, -1, 1) * One);
}
