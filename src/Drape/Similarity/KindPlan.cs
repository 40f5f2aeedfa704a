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

    readonly Dictionary<int, float> _probable = [];

    /// <summary>Prepares kinds that are known.</summary>
    public KindPlan(Kinds kinds, FacetCodes codes)
    {
        // Two things are of one kind with the sum of their probabilities' products. Measured by the most probable kind that is
        // asked for, a sure item of it counts in full however unsure the question is.
        float most = kinds.Shares[0].Share;
        foreach (var asked in kinds.Shares)
        {
            if (codes.TryFind(asked.Kind, out int code))
            {
                _probable[code] = asked.Share / most;
            }
        }
    }

    /// <summary>What an item's likeness counts for, above 0, at most 1.</summary>
    public float Weight(IndexChunk chunk, int slot)
    {
        float sum = 0;
        var kinds = chunk.Kinds(slot);
        foreach (int packed in kinds)
        {
            if (_probable.TryGetValue(PackedKind.Code(packed), out float probable))
            {
                sum += probable * PackedKind.Share(packed);
            }
        }

        return kinds[0] == PackedKind.None ? Unknown : Other + ((1 - Other) * Math.Min(sum, 1));
    }
}
