namespace Drape.Similarity;

/// <summary>What the index holds at one moment: a search reads one state from its beginning to its end. Immutable.</summary>
/// <param name="Chunks">By the number of the chunk; null where none has that number any more.</param>
/// <param name="Count">Items.</param>
/// <param name="Bytes">Bytes of memory that they take.</param>
sealed record IndexState(ChunkView?[] Chunks, int Count, long Bytes)
{
    /// <summary>The state of an empty index.</summary>
    public static IndexState Empty { get; } = new([], 0, 0);
}
