using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Drape.Colours;

namespace Drape.Similarity;

/// <summary>A query made ready: what is computed once a search and not once an item.</summary>
sealed class SearchPlan
{
    readonly FilterPlan _filter;
    readonly PackedQuery? _like;
    readonly KindPlan? _kinds;
    readonly OkLab? _colour;
    readonly AllowedIds? _among;
    readonly long? _except;
    readonly float _share;

    /// <summary>Prepares a query.</summary>
    public SearchPlan(IndexQuery query, FacetCodes codes)
    {
        _filter = new FilterPlan(query.Filter, codes);
        _like = query.Like is null ? null : new PackedQuery(query.Like.Values);
        _kinds = query is { Like: not null, Kinds: { AreKnown: true } kinds } ? new KindPlan(kinds, codes) : null;
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
            AddLikeness(chunk.Vectors, like, slots, room);
        }

        if (_colour is { } colour)
        {
            AddColour(chunk.Colours, colour, slots, scores);
        }

        TensorPrimitives.Multiply(scores, _share, scores);
        Offer(stretch, slots, scores, room.Likes, best);
    }

    /// <summary>
    /// How far a candidate's score may be from the exact one. A dot product of unit vectors, of which one is rounded to a step,
    /// errs by more than twice the step about as rarely as a normal distribution is seven deviations off its mean.
    /// </summary>
    public float Margin(IndexChunk chunk, int slot)
    {
        const float Rounding = 1e-5f; // of floats that are added up in another order, and of 16 bits
        if (_like is null)
        {
            return Rounding;
        }

        float ofItem = chunk.Vectors.Scales[slot] * PackedVectors.HighStep;
        float ofQuery = _like.Scale / PackedVectors.HighStep;
        return Rounding + (2 * _share * MathF.Sqrt((ofItem * ofItem) + (ofQuery * ofQuery)));
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
        float alike = (likeness ?? 0) * (_kinds?.Weight(chunk, slot) ?? 1);
        return new IndexHit(chunk.Ids[slot], any ? (alike + (colour ?? 0) + words) * _share : 1, likeness, colour);
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

    void Offer(
        Stretch stretch, ReadOnlySpan<int> slots, ReadOnlySpan<float> scores, ReadOnlySpan<float> likes, BestCandidates best)
    {
        var chunk = stretch.View.Chunk;
        long[] ids = chunk.Ids;
        int place = stretch.Number << IndexChunk.PlaceBits;
        for (int start = 0; start < scores.Length; start += Vector256<float>.Count)
        {
            // Most stand no chance, and eight of them are told that at once.
            int end = Math.Min(start + Vector256<float>.Count, scores.Length);
            if (end - start == Vector256<float>.Count
                && !Vector256.GreaterThanOrEqualAny(Vector256.Create(scores[start..end]), Vector256.Create(best.Least)))
            {
                continue;
            }

            for (int i = start; i < end; i++)
            {
                if (scores[i] < best.Least)
                {
                    continue;
                }

                // Kinds make a score less, never more: only what stands a chance without them is weighed.
                float score = _kinds is null ? scores[i]
                    : scores[i] - (_share * likes[i] * (1 - _kinds.Weight(chunk, slots[i])));
                if (score >= best.Least && ids[slots[i]] is var id && id != _except)
                {
                    best.Offer(new Candidate(score, id, place + slots[i]));
                }
            }
        }
    }

    static unsafe void AddLikeness(PackedVectors vectors, PackedQuery like, ReadOnlySpan<int> slots, ScanRoom room)
    {
        var dots = room.Dots.AsSpan(0, slots.Length);
        var scales = room.Scales.AsSpan(0, slots.Length);
        var scores = room.Scores.AsSpan(0, slots.Length);
        var likes = room.Likes.AsSpan(0, slots.Length);
        DotKernel.Best.Dots(like, vectors.High, slots, dots);
        GC.KeepAlive(vectors);
        Gather(vectors.Scales, slots, scales);
        TensorPrimitives.Multiply(scales, like.Scale, scales);
        var (zero, correction) = (Vector256<float>.Zero, Vector256.Create(like.Correction));
        int i = 0;
        for (; i <= slots.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var dot = Vector256.ConvertToSingle(Vector256.Create<int>(dots[i..]) - correction);
            var likeness = Vector256.Max(zero, dot * Vector256.Create<float>(scales[i..]));
            likeness.CopyTo(likes[i..]);
            (Vector256.Create<float>(scores[i..]) + likeness).CopyTo(scores[i..]);
        }

        for (; i < slots.Length; i++)
        {
            likes[i] = Math.Max(0, (dots[i] - like.Correction) * scales[i]);
            scores[i] += likes[i];
        }
    }

    static void Gather(float[] values, ReadOnlySpan<int> slots, Span<float> gathered)
    {
        if (!slots.IsEmpty && slots[^1] - slots[0] == slots.Length - 1) // ascending, so none is missing between
        {
            values.AsSpan(slots[0], slots.Length).CopyTo(gathered);
            return;
        }

        for (int i = 0; i < slots.Length; i++)
        {
            gathered[i] = values[slots[i]];
        }
    }

    static void AddColour(ColourColumns colours, OkLab colour, ReadOnlySpan<int> slots, Span<float> scores)
    {
        int group = -1;
        Span<float> likeness = stackalloc float[ColourColumns.Lanes];
        for (int i = 0; i < slots.Length; i++)
        {
            if (slots[i] / ColourColumns.Lanes != group)
            {
                group = slots[i] / ColourColumns.Lanes;
                colours.Likeness(group, colour).CopyTo(likeness);
            }

            scores[i] += likeness[slots[i] % ColourColumns.Lanes];
        }
    }
}
