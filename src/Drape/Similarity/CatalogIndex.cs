namespace Drape.Similarity;

/// <summary>
/// The items of all catalogs in memory, for searches by likeness, colour and facets. Any number of threads may search and change
/// it at once: a change is seen as a whole or not at all, a search sees one state from its beginning to its end, and
/// neither waits for the other; changes wait for each other.
/// <para>
/// A search compares with every item that passes the filter, first by the high bytes of 16-bit values, then the best few of these
/// exactly. An item takes two bytes a value and about 120 more.
/// </para>
/// </summary>
public sealed class CatalogIndex
{
    readonly FacetCodes _codes = new();
    readonly IndexWriter _writer;
    volatile IndexState _state = IndexState.Empty;

    /// <summary>An empty index; its first item says how many values an embedding has.</summary>
    public CatalogIndex() => _writer = new IndexWriter(_codes, 0);

    /// <summary>An empty index for embeddings of a number of values.</summary>
    /// <param name="values">The values of an embedding, 1 to 65,536.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not in this range.</exception>
    public CatalogIndex(int values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(values, IndexWriter.MostValues);
        _writer = new IndexWriter(_codes, values);
    }

    /// <summary>Items in it.</summary>
    public int Count => _state.Count;

    /// <summary>Bytes of memory that its items take, with the room kept for more.</summary>
    public long Bytes => _state.Bytes;

    /// <summary>The values of an embedding; 0 while that is open, before the first item.</summary>
    public int Values => _writer.Values;

    /// <summary>Takes items in; one with the id of another takes its place. All of them appear at once, or none.</summary>
    /// <param name="items">The items; of those with one id the last counts.</param>
    /// <exception cref="ArgumentException">An embedding has another number of values than those in the index.</exception>
    public void Put(IReadOnlyList<IndexItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        lock (_writer)
        {
            _state = _writer.Put(_state, new ItemBatch(items));
        }
    }

    /// <summary>
    /// The same for vectors as a database keeps them, without an object for each: one to two microseconds an item of 256 values.
    /// </summary>
    /// <param name="ids">The numbers of the items.</param>
    /// <param name="vectors">Their vectors, one after the other; of any length but 0: they are scaled to unit length.</param>
    /// <param name="facets">Their facets, as many as ids.</param>
    /// <exception cref="ArgumentException">
    /// The vectors are not as many as the ids, or have another number of values than those in the index; or one points nowhere.
    /// </exception>
    public void Put(ReadOnlySpan<long> ids, ReadOnlySpan<Half> vectors, ReadOnlySpan<ItemFacets> facets)
    {
        lock (_writer)
        {
            _state = _writer.Put(_state, new ItemBatch(ids, vectors, facets));
        }
    }

    /// <summary>Takes items out, all at once; ids that are not in it are passed over.</summary>
    /// <param name="ids">The numbers of the items.</param>
    /// <returns>How many were taken out.</returns>
    public int Remove(IReadOnlyList<long> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        lock (_writer)
        {
            var before = _state;
            _state = _writer.Remove(before, ids);
            return before.Count - _state.Count;
        }
    }

    /// <summary>Finds the items that score best.</summary>
    /// <param name="query">What to look for.</param>
    /// <param name="cancellationToken">Ends the search early.</param>
    /// <returns>
    /// The best first, of equal scores the smaller id; with diversity in the order in which they were chosen.
    /// </returns>
    /// <exception cref="ArgumentException">The embedding has another number of values than those in the index.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IReadOnlyList<IndexHit> Search(IndexQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var state = _state;
        if (query.Like is { } like && Values != 0 && like.Values.Length != Values)
        {
            throw new ArgumentException($"The index holds embeddings of {Values} values and was asked for one of "
                + $"{like.Values.Length}: both have to come from the same network.", nameof(query));
        }

        return new IndexSearch(state, query, _codes).Run(cancellationToken);
    }
}
