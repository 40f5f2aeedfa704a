using Drape.Similarity;

namespace Drape.Server.Catalogs.Search;

/// <summary>A photo that products are looked for with.</summary>
/// <param name="Reading">What was read in it.</param>
/// <param name="Embeddings">An embedding for each garment, null for one that has none.</param>
/// <param name="Whole">The embedding of the whole photo.</param>
/// <param name="Garment">Which garment is meant, counted from 0; null for the whole photo.</param>
public sealed record SearchedPhoto(PhotoReading Reading, IReadOnlyList<Embedding?> Embeddings, Embedding Whole, int? Garment)
{
    /// <summary>The garment that is meant, unless the whole photo is.</summary>
    public Garment? Meant => Garment is { } number ? Reading.Garments[number] : null;

    /// <summary>The embedding of what is meant.</summary>
    public Embedding Look => (Garment is { } number ? Embeddings[number] : null) ?? Whole;
}
