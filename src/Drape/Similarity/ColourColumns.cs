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

    // A distance at which two colours are still relatives, alike by a half.
    const float Near = 0.14f;
    const float HueWeight = 3;
    const float ChromaWeight = 2;

    // More chroma than this counts as this much, as hardly any cloth has more: of a wheel's pure red a dark red is the nearest
    // that there is.
    const float MostChroma = 0.15f;

    // Folds and light change lightness; to tell white from black there is nothing else.
    const float LightnessOfGrays = 1;
    const float LightnessOfColours = 0.5f;

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
    /// How much of each of eight items has a colour or one near it, 0 to 1: the shares of its colours, each by the square of
    /// the Cauchy kernel of its distance, 1 for the same and a half for a relative; it falls towards 0 and never reaches it,
    /// so that the nearest come first however far all are. The distance is that of OKLab in its cylindrical form, where hue
    /// counts for more than chroma and chroma for more than lightness: a dark navy is asked for to find navy, not black.
    /// </summary>
    /// <param name="group">Which eight: the slot of the first, divided by eight.</param>
    /// <param name="colour">The colour asked for.</param>
    public Vector256<float> Likeness(int group, OkLab colour)
    {
        ref short values = ref MemoryMarshal.GetReference(_values.AsSpan(group * Group, Group));
        float most = MathF.Sqrt((colour.A * colour.A) + (colour.B * colour.B));
        float kept = Math.Min(1, MostChroma / Math.Max(most, 1e-6f));
        float lightness = float.Lerp(LightnessOfGrays, LightnessOfColours, Math.Min(1, most / MostChroma));
        var (l, a, b) = (Vector256.Create(colour.L * One), Vector256.Create(colour.A * kept * One),
            Vector256.Create(colour.B * kept * One));
        var chroma = Vector256.Create(most * kept * One);
        var limit = Vector256.Create(MostChroma * One);
        var nearness = Vector256.Create((MathF.Sqrt(2) - 1) / (Near * One * Near * One));
        var (hue, depth, light) = (Vector256.Create(HueWeight * HueWeight), Vector256.Create(ChromaWeight * ChromaWeight),
            Vector256.Create(lightness * lightness));
        var likeness = Vector256<float>.Zero;
        for (nuint i = 0; i < Group; i += Parts * Lanes)
        {
            var (green, blue) = (Load(ref values, i + Lanes), Load(ref values, i + (2 * Lanes)));
            var own = Vector256.Sqrt((green * green) + (blue * blue));
            var within = Vector256.Min(Vector256<float>.One, limit / Vector256.Max(own, Vector256<float>.One));
            var (dl, da, db) = (Load(ref values, i) - l, (green * within) - a, (blue * within) - b);
            var dc = (own * within) - chroma;
            var round = Vector256.Max(Vector256<float>.Zero, (da * da) + (db * db) - (dc * dc)); // the way around the axis
            var far = (dl * dl * light) + (dc * dc * depth) + (round * hue);
            var near = Vector256<float>.One / (Vector256<float>.One + (far * nearness));
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
