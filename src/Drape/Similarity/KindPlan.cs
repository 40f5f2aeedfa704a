namespace Drape.Similarity;

/// <summary>
/// What the likeness of an item counts for beside the kinds that are looked for. The networks may have read the kind of either
/// wrong, so that an item of another kind is pushed back, not left out.
/// </summary>
sealed class KindPlan
{
    /// <summary>What the likeness of an item counts for that is surely of another kind.</summary>
    const float Other = 0.4f;

    /// <summary>That of an item whose kind nobody read: half-way.</summary>
    const float Unknown = (1 + Other) / 2;

    readonly float[] _probable; // by the kind's number; those beyond the end were not asked for

    /// <summary>Prepares kinds that are known.</summary>
    public KindPlan(Kinds kinds, FacetCodes codes)
    {
        // Two things are of one kind with the sum of their probabilities' products. Measured by what the question has in common
        // with itself, the very thing that is asked for counts in full however unsure its kind is; so does a sure item of the
        // most probable kind.
        float own = kinds.Shares.Sum(share => share.Share * share.Share);
        var asked = new List<(int Code, float Share)>();
        foreach (var share in kinds.Shares)
        {
            if (codes.TryFind(share.Kind, out int code))
            {
                asked.Add((code, share.Share / own));
            }
        }

        _probable = new float[asked.Count == 0 ? 0 : asked.Max(a => a.Code) + 1];
        asked.ForEach(a => _probable[a.Code] = a.Share);
    }

    /// <summary>What an item's likeness counts for, above 0, at most 1.</summary>
    public float Weight(IndexChunk chunk, int slot)
    {
        float sum = 0;
        var kinds = chunk.Kinds(slot);
        foreach (int packed in kinds)
        {
            int code = PackedKind.Code(packed);
            sum += (uint)code < (uint)_probable.Length ? _probable[code] * PackedKind.Share(packed) : 0;
        }

        return kinds[0] == PackedKind.None ? Unknown : Other + ((1 - Other) * Math.Min(sum, 1));
    }
}
