namespace Drape.Similarity;

/// <summary>One item of a catalog as the index takes it.</summary>
public sealed record IndexItem
{
    /// <summary>Creates an item.</summary>
    /// <param name="id">Its number; an item with the same number takes the other's place.</param>
    /// <param name="embedding">What it looks like.</param>
    /// <param name="facets">What may be asked of it besides.</param>
    public IndexItem(long id, Embedding embedding, ItemFacets facets)
    {
        ArgumentNullException.ThrowIfNull(embedding);
        ArgumentNullException.ThrowIfNull(facets);
        (Id, Embedding, Facets) = (id, embedding, facets);
    }

    /// <summary>Its number, one of a kind in the index.</summary>
    public long Id { get; }

    /// <summary>What it looks like.</summary>
    public Embedding Embedding { get; }

    /// <summary>What may be asked of it besides.</summary>
    public ItemFacets Facets { get; }
}
