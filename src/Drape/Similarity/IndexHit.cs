namespace Drape.Similarity;

/// <summary>One item that a search found.</summary>
/// <param name="Id">The item's number.</param>
/// <param name="Score">
/// The mean of the parts asked for, 0 to 1; the likeness counts for less where the item is of another kind than asked for.
/// </param>
/// <param name="Likeness">The cosine to the embedding asked for, clipped to 0 to 1; null where none was.</param>
/// <param name="ColourLikeness">
/// How much of the item has the colour asked for or one near it, 0 to 1; null where none was.
/// </param>
public readonly record struct IndexHit(long Id, float Score, float? Likeness, float? ColourLikeness);
