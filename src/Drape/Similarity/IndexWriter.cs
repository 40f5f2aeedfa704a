namespace Drape.Similarity;

/// <summary>
/// Makes the next state of the index from the last one. Called by one thread at a time; what it writes lies beyond what published
/// states show until the state that it returns is published.
/// </summary>
/// <param name="codes">The numbers of the words.</param>
/// <param name="values">The values of a vector; 0 if the first item says so.</param>
sealed class IndexWriter(FacetCodes codes, int values)
{
    /// <summary>The most values of a vector: dot products of bytes have to fit into 32 bits.</summary>
    public const int MostValues = 65_536;

    readonly Dictionary<long, int> _places = [];
    volatile int _values = values;

    /// <summary>The values of a vector; 0 while that is open.</summary>
    public int Values => _values;

    /// <summary>The state with a batch taken in.</summary>
    public IndexState Put(IndexState state, ItemBatch batch)
    {
        if (batch.Count == 0)
        {
            return state;
        }

        if (batch.Values > MostValues || (_values != 0 && batch.Values != _values))
        {
            throw new ArgumentException($"The index takes vectors of {(_values == 0 ? $"at most {MostValues}" : _values)} "
                + $"values, not {batch.Values}: all have to come from the same network.", nameof(batch));
        }

        var draft = new IndexDraft(state, batch.Values);
        int[] places = new int[batch.Count];
        float[] vector = new float[PackedVectors.StrideOf(batch.Values)];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = draft.Append(out var chunk, out int slot);
            batch.CopyVector(i, vector);
            if (!chunk.Vectors.TryPack(slot, vector))
            {
                throw new ArgumentException($"The vector of item {batch.Id(i)} points nowhere: it is all zeros, or holds a "
                    + "value that is no number.", nameof(batch));
            }

            chunk.Set(slot, batch.Id(i), batch.Facets(i), codes);
        }

        _values = batch.Values;
        for (int i = 0; i < places.Length; i++)
        {
            if (_places.TryGetValue(batch.Id(i), out int old))
            {
                draft.Bury(old);
            }

            _places[batch.Id(i)] = places[i];
        }

        return draft.Finish(_places);
    }

    /// <summary>The state without some items.</summary>
    public IndexState Remove(IndexState state, IReadOnlyList<long> ids)
    {
        var draft = new IndexDraft(state, _values);
        foreach (long id in ids)
        {
            if (_places.Remove(id, out int place))
            {
                draft.Bury(place);
            }
        }

        return draft.Finish(_places);
    }
}
