namespace Drape.Store.Closets;

/// <summary>What there is to choose from in a closet, by how many pieces have it, most first.</summary>
/// <param name="Count">How many pieces are in the closet.</param>
/// <param name="Doubtful">How many of them may be the same as another one.</param>
/// <param name="Deleted">How many are in the bin.</param>
/// <param name="Types">The types.</param>
/// <param name="Colours">The main colours.</param>
/// <param name="Patterns">The patterns.</param>
/// <param name="Seasons">The seasons.</param>
public sealed record ClosetFacets(int Count, int Doubtful, int Deleted, IReadOnlyList<WordCount> Types,
    IReadOnlyList<WordCount> Colours, IReadOnlyList<WordCount> Patterns, IReadOnlyList<WordCount> Seasons);

/// <summary>A word and how often it is there.</summary>
public sealed record WordCount(string Word, int Count);
