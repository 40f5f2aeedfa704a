using Drape.Similarity;

namespace Drape.Store.Items;

/// <summary>Items as columns, as an index takes them.</summary>
/// <param name="ids">The products' numbers.</param>
/// <param name="vectors">Their embeddings, one after the other.</param>
/// <param name="facets">What may be asked of them besides.</param>
public sealed class ItemBatch(long[] ids, Half[] vectors, ItemFacets[] facets)
{
    /// <summary>How many.</summary>
    public int Count => ids.Length;

    /// <summary>The products' numbers, ascending.</summary>
    public ReadOnlyMemory<long> Ids => ids;

    /// <summary>Their embeddings, one after the other, all of the same number of values.</summary>
    public ReadOnlyMemory<Half> Vectors => vectors;

    /// <summary>What may be asked of them besides, as many as numbers.</summary>
    public ReadOnlyMemory<ItemFacets> Facets => facets;
}
