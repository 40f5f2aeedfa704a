using System.Numerics;

namespace Drape.Similarity;

/// <summary>A state in the making: the last one, of which only what changes is copied.</summary>
sealed class IndexDraft
{
    // What a table of places takes for each id: its key, its value, the chain and the bucket.
    const int BytesPerPlace = 28;

    readonly int _values;
    readonly HashSet<int> _copied = []; // the chunks whose bits belong to this draft
    readonly List<ChunkView?> _chunks;
    int _count;
    int _tail = -1; // the chunk that items are appended to

    /// <summary>Begins with a state.</summary>
    /// <param name="state">The last state.</param>
    /// <param name="values">The values of a vector.</param>
    public IndexDraft(IndexState state, int values)
    {
        (_values, _count) = (values, state.Count);
        _chunks = [.. state.Chunks];
        _tail = _chunks.FindIndex(view => view is not null && view.Length < view.Chunk.Capacity);
    }

    /// <summary>Takes the next free slot.</summary>
    /// <returns>The place of the slot.</returns>
    public int Append(out IndexChunk chunk, out int slot)
    {
        if (_tail < 0 || _chunks[_tail] is not { } last || last.Length == last.Chunk.Capacity)
        {
            _tail = _chunks.IndexOf(null);
            if (_tail < 0)
            {
                _tail = _chunks.Count;
                _chunks.Add(null);
            }

            _chunks[_tail] = new ChunkView(new IndexChunk(_values, _count), 0, null, 0);
        }

        var view = _chunks[_tail]!;
        (chunk, slot) = (view.Chunk, view.Length);
        _chunks[_tail] = view with { Length = slot + 1 };
        _count++;
        return (_tail << IndexChunk.PlaceBits) | slot;
    }

    /// <summary>Marks a place as empty.</summary>
    public void Bury(int place)
    {
        var (number, slot) = (place >> IndexChunk.PlaceBits, place & (IndexChunk.Most - 1));
        var view = _chunks[number]!;
        ulong[] dead = !_copied.Add(number) ? view.Dead!
            : view.Dead is null ? new ulong[view.Chunk.Capacity / 64] : [.. view.Dead];
        dead[slot / 64] |= 1UL << (slot % 64);
        _chunks[number] = view with { Dead = dead, DeadCount = view.DeadCount + 1 };
        _count--;
    }

    /// <summary>Empties the chunks of which less than half is left, and gives the state.</summary>
    /// <param name="places">Where each id is; those that move are written anew.</param>
    public IndexState Finish(Dictionary<long, int> places)
    {
        foreach (int number in _copied.ToArray())
        {
            var view = _chunks[number]!;
            if (view.Count == 0 || (number != _tail && 2 * view.DeadCount > view.Length))
            {
                Empty(number, view, places);
            }
        }

        long bytes = (long)places.Capacity * BytesPerPlace;
        foreach (var view in _chunks)
        {
            bytes += view?.Chunk.Bytes ?? 0;
        }

        return new IndexState([.. _chunks], _count, bytes);
    }

    void Empty(int number, ChunkView view, Dictionary<long, int> places)
    {
        _count -= view.Count;
        for (int word = 0; word * 64 < view.Length; word++)
        {
            for (ulong living = view.Living(word); living != 0; living &= living - 1)
            {
                int from = (word * 64) + BitOperations.TrailingZeroCount(living);
                int place = Append(out var chunk, out int slot);
                chunk.Copy(slot, view.Chunk, from);
                places[chunk.Ids[slot]] = place;
            }
        }

        _chunks[number] = null;
    }
}
