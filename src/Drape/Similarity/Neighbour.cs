namespace Drape.Similarity;

/// <summary>One that was found.</summary>
/// <param name="Position">Where it stands in the index, 0 the first.</param>
/// <param name="Similarity">The cosine to what was asked for, -1 to 1.</param>
public readonly record struct Neighbour(int Position, float Similarity);
