using System.Numerics.Tensors;

namespace Drape.Similarity;

/// <summary>Items on their way into the index, whichever form they come in.</summary>
readonly ref struct ItemBatch
{
    readonly IReadOnlyList<IndexItem>? _items;
    readonly ReadOnlySpan<long> _ids;
    readonly ReadOnlySpan<Half> _vectors;
    readonly ReadOnlySpan<ItemFacets> _facets;

    /// <summary>Items as objects.</summary>
    public ItemBatch(IReadOnlyList<IndexItem> items)
    {
        _items = items;
        Count = items.Count;
        Values = Count == 0 ? 0 : items[0].Embedding.Values.Length;
        foreach (var item in items)
        {
            ArgumentNullException.ThrowIfNull(item, nameof(items));
            if (item.Embedding.Values.Length != Values)
            {
                throw new ArgumentException($"The embedding of item {item.Id} has {item.Embedding.Values.Length} values, "
                    + $"that of item {items[0].Id} {Values}: all have to come from the same network.", nameof(items));
            }
        }
    }

    /// <summary>Items as columns.</summary>
    public ItemBatch(ReadOnlySpan<long> ids, ReadOnlySpan<Half> vectors, ReadOnlySpan<ItemFacets> facets)
    {
        if (facets.Length != ids.Length)
        {
            throw new ArgumentException($"{ids.Length} items need as many facets, not {facets.Length}.", nameof(facets));
        }

        if (ids.IsEmpty ? !vectors.IsEmpty : vectors.IsEmpty || vectors.Length % ids.Length != 0)
        {
            throw new ArgumentException($"{vectors.Length} values cannot be the vectors of {ids.Length} items.", nameof(vectors));
        }

        foreach (var facet in facets)
        {
            ArgumentNullException.ThrowIfNull(facet, nameof(facets));
        }

        _ids = ids;
        _vectors = vectors;
        _facets = facets;
        Count = ids.Length;
        Values = Count == 0 ? 0 : vectors.Length / ids.Length;
    }

    /// <summary>How many items.</summary>
    public int Count { get; }

    /// <summary>The values of a vector; 0 where there is no item.</summary>
    public int Values { get; }

    /// <summary>The number of an item.</summary>
    public long Id(int i) => _items is null ? _ids[i] : _items[i].Id;

    /// <summary>The facets of an item.</summary>
    public ItemFacets Facets(int i) => _items is null ? _facets[i] : _items[i].Facets;

    /// <summary>Copies the vector of an item.</summary>
    public void CopyVector(int i, Span<float> to)
    {
        if (_items is null)
        {
            TensorPrimitives.ConvertToSingle(_vectors.Slice(i * Values, Values), to);
        }
        else
        {
            _items[i].Embedding.Values.CopyTo(to);
        }
    }
}
