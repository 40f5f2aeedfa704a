using System.Runtime.InteropServices;

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
            if (_query.Diversity == 0)
            {
                return Best(found);
            }

            var chosen = Diverse(found, cancellation);
            if (chosen.Count == _query.Limit || found.Length < room || room >= MostCandidates)
            {
                return chosen;
            }
        }
    }

    // The best by their exact scores; a candidate that cannot be among them however the high bytes err is not looked at.
    IndexHit[] Best(Candidate[] found)
    {
        var best = new BestCandidates(_query.Limit);
        var hits = new IndexHit[found.Length];
        float[] room = new float[Stride(found)];
        for (int i = 0; i < found.Length; i++)
        {
            var (chunk, slot) = At(found[i]);
            if (found[i].Score + _plan.Margin(chunk, slot) >= best.Least)
            {
                hits[i] = _plan.Judge(chunk, slot, room);
                best.Offer(new Candidate(hits[i].Score, hits[i].Id, i));
            }
        }

        var kept = best.Kept.ToArray();
        Array.Sort(kept);
        return [.. kept.Where(k => k.Score >= _query.MinScore).Select(k => hits[k.Place])];
    }

    List<IndexHit> Diverse(Candidate[] found, CancellationToken cancellation)
    {
        int size = Stride(found);
        float[] vectors = new float[found.Length * size];
        var hits = new List<IndexHit>(found.Length);
        foreach (var candidate in found)
        {
            var (chunk, slot) = At(candidate);
            var hit = _plan.Judge(chunk, slot, vectors.AsSpan(hits.Count * size, size));
            if (hit.Score >= _query.MinScore)
            {
                hits.Add(hit);
            }
        }

        return Diversity.Choose(CollectionsMarshal.AsSpan(hits), vectors, size, _query.Limit, _query.Diversity, cancellation);
    }

    int Stride(Candidate[] found) => found.Length == 0 ? 0 : At(found[0]).Chunk.Vectors.Stride;

    (IndexChunk Chunk, int Slot) At(Candidate candidate) =>
        (_state.Chunks[candidate.Place >> IndexChunk.PlaceBits]!.Chunk, candidate.Place & (IndexChunk.Most - 1));
}
