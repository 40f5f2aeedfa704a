namespace Drape.Similarity;

/// <summary>
/// Room for some thousand items, column by column. Slots are written once, one after the other, by one thread at a time; others
/// read those that a published <see cref="IndexState"/> names.
/// </summary>
sealed class IndexChunk
{
    /// <summary>The most items a chunk has room for.</summary>
    public const int Most = 1 << PlaceBits;

    /// <summary>A place in the index is the number of its chunk, shifted by this, and the slot there.</summary>
    public const int PlaceBits = 14;

    const int Least = 1024;

    readonly int[][] _codes;
    readonly int[] _kinds;

    /// <summary>A chunk for vectors of so many values.</summary>
    /// <param name="values">The values of a vector.</param>
    /// <param name="items">How many items the index has so far: small ones begin with small chunks.</param>
    public IndexChunk(int values, int items)
    {
        Capacity = (int)Math.Clamp(System.Numerics.BitOperations.RoundUpToPowerOf2((uint)items), Least, Most);
        Vectors = new PackedVectors(values, Capacity);
        Colours = new ColourColumns(Capacity);
        Ids = GC.AllocateUninitializedArray<long>(Capacity);
        Prices = GC.AllocateUninitializedArray<double>(Capacity);
        _kinds = GC.AllocateUninitializedArray<int>(Capacity * Similarity.Kinds.Most);
        _codes = [.. Enum.GetValues<Facet>().Select(_ => GC.AllocateUninitializedArray<int>(Capacity))];
    }

    /// <summary>How many items it has room for: a power of two, at least 64.</summary>
    public int Capacity { get; }

    /// <summary>What the items look like.</summary>
    public PackedVectors Vectors { get; }

    /// <summary>Which colours they have.</summary>
    public ColourColumns Colours { get; }

    /// <summary>Their numbers.</summary>
    public long[] Ids { get; }

    /// <summary>What they cost; not a number where that is not known.</summary>
    public double[] Prices { get; }

    /// <summary>Bytes of memory it takes.</summary>
    public long Bytes => Vectors.Bytes + Colours.Bytes
        + ((long)Capacity * (sizeof(long) + sizeof(double) + ((_codes.Length + Similarity.Kinds.Most) * sizeof(int))));

    /// <summary>The column of a facet.</summary>
    public int[] Codes(Facet facet) => _codes[(int)facet];

    /// <summary>The kinds that an item may be of, the most probable first, as <see cref="PackedKind"/> has them.</summary>
    public Span<int> Kinds(int slot) => _kinds.AsSpan(slot * Similarity.Kinds.Most, Similarity.Kinds.Most);

    /// <summary>Writes all of an item but its vector.</summary>
    public void Set(int slot, long id, ItemFacets facets, FacetCodes codes)
    {
        Ids[slot] = id;
        Prices[slot] = facets.Price is { } price ? (double)price : double.NaN;
        Codes(Facet.Catalog)[slot] = facets.Catalog;
        Codes(Facet.Type)[slot] = codes.Add(facets.Type);
        Codes(Facet.Colour)[slot] = codes.Add(facets.Colour);
        Codes(Facet.Pattern)[slot] = codes.Add(facets.Pattern);
        Codes(Facet.Gender)[slot] = codes.Add(facets.Gender);
        Colours.Set(slot, facets.Colours);
        var kinds = Kinds(slot);
        var shares = facets.Kinds.Shares;
        for (int i = 0; i < kinds.Length; i++)
        {
            kinds[i] = i < shares.Count ? PackedKind.Of(codes.Add(shares[i].Kind), shares[i].Share) : PackedKind.None;
        }
    }

    /// <summary>Copies an item from another chunk.</summary>
    public void Copy(int slot, IndexChunk from, int fromSlot)
    {
        Ids[slot] = from.Ids[fromSlot];
        Prices[slot] = from.Prices[fromSlot];
        for (int i = 0; i < _codes.Length; i++)
        {
            _codes[i][slot] = from._codes[i][fromSlot];
        }

        from.Kinds(fromSlot).CopyTo(Kinds(slot));
        Colours.Copy(slot, from.Colours, fromSlot);
        Vectors.Copy(slot, from.Vectors, fromSlot);
    }
}
