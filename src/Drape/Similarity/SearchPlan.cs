using System.Numerics.Tensors;
using Drape.Colours;

namespace Drape.Similarity;

/// <summary>A query made ready: what is computed once a search and not once an item.</summary>
sealed class SearchPlan
{
    readonly FilterPlan _filter;
    readonly PackedQuery? _like;
    readonly OkLab? _colour;
    readonly AllowedIds? _among;
    readonly long? _except;
    readonly float _share;

    /// <summary>Prepares a query.</summary>
    public SearchPlan(IndexQuery query, FacetCodes codes)
    {
        _filter = new FilterPlan(query.Filter, codes);
        _like = query.Like is null ? null : new PackedQuery(query.Like.Values);
        _colour = query.Colour;
        _among = query.Among is null ? null : new AllowedIds(query.Among);
        _except = query.Except;
        int parts = (_like is null ? 0 : 1) + (_colour is null ? 0 : 1) + (_among is null ? 0 : 1);
        _share = 1f / Math.Max(parts, 1);
    }

    /// <summary>Offers the items of a stretch that pass, with their scores as the high bytes tell them.</summary>
    public void Scan(Stretch stretch, ScanRoom room, BestCandidates best)
    {
        var chunk = stretch.View.Chunk;
        int count = _filter.Select(stretch.View, stretch.Start, stretch.End, room.Slots);
        count = KeepAllowed(chunk, room, count);
        var slots = room.Slots.AsSpan(0, count);
        var scores = room.Scores.AsSpan(0, count);
        if (_like is { } like)
        {
            AddLikeness(chunk.Vectors, like, slots, room.Dots.AsSpan(0, count), scores);
        }

        if (_colour is { } colour)
        {
            AddColour(chunk.Colours, colour, slots, scores);
        }

        TensorPrimitives.Multiply(scores, _share, scores);
        int place = stretch.Number << IndexChunk.PlaceBits;
        for (int i = 0; i < count; i++)
        {
            if (scores[i] >= best.Least && chunk.Ids[slots[i]] is var id && id != _except)
            {
                best.Offer(new Candidate(scores[i], id, place + slots[i]));
            }
        }
    }

    /// <summary>What a candidate is worth exactly.</summary>
    /// <param name="chunk">Its chunk.</param>
    /// <param name="slot">Its slot there.</param>
    /// <param name="vector">Gets its vector, padded.</param>
    public IndexHit Judge(IndexChunk chunk, int slot, Span<float> vector)
    {
        chunk.Vectors.Unpack(slot, vector);
        float? likeness = _like is null ? null : Math.Clamp(TensorPrimitives.Dot(vector, _like.Exact), 0, 1);
        float? colour = _colour is { } asked
            ? chunk.Colours.Likeness(slot / ColourColumns.Lanes, asked)[slot % ColourColumns.Lanes] : null;
        float words = _among is null || !_among.TryGet(chunk.Ids[slot], out float score) ? 0 : score;
        bool any = _like is not null || _colour is not null || _among is not null;
        return new IndexHit(chunk.Ids[slot], any ? ((likeness ?? 0) + (colour ?? 0) + words) * _share : 1, likeness, colour);
    }

    // Leaves only the allowed slots and begins the scores with those of the words.
    int KeepAllowed(IndexChunk chunk, ScanRoom room, int count)
    {
        if (_among is null)
        {
            room.Scores.AsSpan(0, count).Fill(_like is null && _colour is null ? 1 : 0);
            return count;
        }

        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            int slot = room.Slots[i];
            if (_among.TryGet(chunk.Ids[slot], out float score))
            {
                room.Slots[kept] = slot;
                room.Scores[kept++] = score;
            }
        }

        return kept;
    }

    static unsafe void AddLikeness(PackedVectors vectors, PackedQuery like, ReadOnlySpan<int> slots, Span<int> dots,
        Span<float> scores)
    {
        DotKernel.Best.Dots(like, vectors.High, slots, dots);
        float[] scales = vectors.Scales;
        for (int i = 0; i < slots.Length; i++)
        {
            scores[i] += Math.Max(0, (dots[i] - like.Correction) * (like.Scale * scales[slots[i]]));
        }
    }

    static void AddColour(ColourColumns colours, OkLab colour, ReadOnlySpan<int> slots, Span<float> scores)
    {
        int group = -1;
        var likeness = System.Runtime.Intrinsics.Vector256<float>.Zero;
        for (int i = 0; i < slots.Length; i++)
        {
            if (slots[i] / ColourColumns.Lanes != group)
            {
                group = slots[i] / ColourColumns.Lanes;
                likeness = colours.Likeness(group, colour);
            }

            scores[i] += likeness[slots[i] % ColourColumns.Lanes];
        }
    }
}
