using System.Numerics;

namespace Drape.Similarity;

/// <summary>
/// The few ids that a search is limited to, with their scores. A table of bits tells nearly every other id without looking
/// it up (Bloom 1970, with one hash).
/// </summary>
sealed class AllowedIds
{
    const int BitsPerId = 32;

    readonly IReadOnlyDictionary<long, float> _scores;
    readonly ulong[] _bits;
    readonly int _shift;

    /// <summary>Prepares ids with their scores.</summary>
    public AllowedIds(IReadOnlyDictionary<long, float> scores)
    {
        _scores = scores;
        uint size = BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(scores.Count, 64, 1 << 20) * BitsPerId);
        _bits = new ulong[size / 64];
        _shift = 64 - BitOperations.Log2(size);
        foreach (long id in scores.Keys)
        {
            ulong place = Hash(id);
            _bits[place / 64] |= 1UL << (int)(place % 64);
        }
    }

    /// <summary>The score of an id, 0 to 1; false where it is not allowed.</summary>
    public bool TryGet(long id, out float score)
    {
        ulong place = Hash(id);
        if ((_bits[place / 64] >> (int)(place % 64) & 1) != 0 && _scores.TryGetValue(id, out score))
        {
            score = score > 0 ? Math.Min(score, 1) : 0; // 0 for what is no number, too
            return true;
        }

        score = 0;
        return false;
    }

    // Fibonacci hashing (Knuth): the product's highest bits are spread well even for ids that follow each other.
    ulong Hash(long id) => ((ulong)id * 0x9E3779B97F4A7C15) >> _shift;
}
