namespace Drape.Similarity;

/// <summary>One search: a scan for candidates, their exact scores, the choice among them.</summary>
sealed class IndexSearch
{
    // Candidates beyond the results asked for: the high bytes err by about 0.001, and whatever lies within that of the last
    // result has to be among the candidates.
    const int Spare = 208;
    const int PerResult = 4;

    // Where near-duplicates use the candidates up, a search tries again with more, up to this many.
    const int MostCandidates = 1 << 16;

    readonly IndexState _state;
    readonly IndexQuery _query;
    readonly SearchPlan _plan;

    /// <summary>Prepares a search.</summary>
    public IndexSearch(IndexState state, IndexQuery query, FacetCodes codes) =>
        (_state, _query, _plan) = (state, query, new SearchPlan(query, codes));

    /// <summary>Runs it.</summary>
    public IReadOnlyList<IndexHit> Run(CancellationToken cancellation)
    {
        for (int room = (PerResult * _query.Limit) + Spare; ; room *= 4)
        {
            var found = IndexScan.Run(_state, _plan, room, cancellation);
            var judged = Judge(found, out float[] vectors, out int size);
            if (_query.Diversity == 0)
            {
                return judged.AsSpan(0, Math.Min(judged.Length, _query.Limit)).ToArray();
            }

            var chosen = Diversity.Choose(judged, vectors, size, _query.Limit, _query.Diversity, cancellation);
            if (chosen.Count == _query.Limit || judged.Length < room || room >= MostCandidates)
            {
                return chosen;
            }
        }
    }

    // The candidates that score enough, the best first, with their vectors if they are needed to tell them apart.
    IndexHit[] Judge(ReadOnlySpan<Candidate> found, out float[] vectors, out int size)
    {
        var places = new int[found.Length];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = found[i].Place;
        }

        Array.Sort(places); // memory is walked through in one direction
        size = places.Length == 0 ? 0 : _state.Chunks[places[0] >> IndexChunk.PlaceBits]!.Chunk.Vectors.Stride;
        bool keep = _query.Diversity > 0;
        var room = new float[keep ? places.Length * size : size];
        var hits = new (IndexHit Hit, int Order)[places.Length];
        int count = 0;
        for (int i = 0; i < places.Length; i++)
        {
            var vector = room.AsSpan(keep ? count * size : 0, size);
            var hit = _plan.Judge(_state.Chunks[places[i] >> IndexChunk.PlaceBits]!.Chunk, places[i] & (IndexChunk.Most - 1), vector);
            if (hit.Score >= _query.MinScore)
            {
                hits[count] = (hit, count);
                count++;
            }
        }

        Array.Sort(hits, 0, count, Comparer<(IndexHit Hit, int Order)>.Create((a, b) =>
            a.Hit.Score != b.Hit.Score ? b.Hit.Score.CompareTo(a.Hit.Score) : a.Hit.Id.CompareTo(b.Hit.Id)));
        vectors = [];
        if (keep)
        {
            vectors = new float[count * size];
            for (int i = 0; i < count; i++)
            {
                room.AsSpan(hits[i].Order * size, size).CopyTo(vectors.AsSpan(i * size));
            }
        }

        return [.. hits.Take(count).Select(h => h.Hit)];
    }
}
