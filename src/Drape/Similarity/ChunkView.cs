namespace Drape.Similarity;

/// <summary>Which slots of a chunk hold items at one moment. Immutable.</summary>
/// <param name="Chunk">The chunk.</param>
/// <param name="Length">Slots that are written.</param>
/// <param name="Dead">A bit for each slot whose item was replaced or removed; null where there is none.</param>
/// <param name="DeadCount">How many bits are set.</param>
sealed record ChunkView(IndexChunk Chunk, int Length, ulong[]? Dead, int DeadCount)
{
    /// <summary>Items in it.</summary>
    public int Count => Length - DeadCount;

    /// <summary>A bit for each of the 64 slots from 64 times <paramref name="word"/> that holds an item.</summary>
    public ulong Living(int word)
    {
        int beyond = ((word + 1) * 64) - Length;
        ulong written = beyond <= 0 ? ulong.MaxValue : beyond >= 64 ? 0 : ulong.MaxValue >> beyond;
        return Dead is null ? written : written & ~Dead[word];
    }
}
