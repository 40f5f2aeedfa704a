using Drape.Inference;

namespace Drape.Similarity;

/// <summary>
/// The kinds that something may be of, as a network read them: the few most probable, in steps of 1/255. Immutable.
/// </summary>
public sealed class Kinds
{
    /// <summary>The kinds that are kept. With six precision@12 of article type was no better than with three.</summary>
    public const int Most = 4;

    /// <summary>Steps from impossible to certain.</summary>
    internal const int Steps = byte.MaxValue;

    Kinds(KindShare[] shares) => Shares = shares;

    /// <summary>Nothing is known of the kind.</summary>
    public static Kinds Unknown { get; } = new([]);

    /// <summary>The kinds, the most probable first, none of them impossible; empty where nothing is known.</summary>
    public IReadOnlyList<KindShare> Shares { get; }

    /// <summary>Whether anything is known.</summary>
    public bool AreKnown => Shares.Count > 0;

    /// <summary>Keeps the most probable of some kinds.</summary>
    /// <param name="shares">The kinds, each once, in any order.</param>
    public static Kinds Of(IEnumerable<KindShare> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        KindShare[] kept = [.. shares.OrderByDescending(s => s.Share).Take(Most)
            .Select(s => new KindShare(s.Kind, MathF.Round(s.Share * Steps) / Steps)).Where(s => s.Share > 0)];
        return kept.Length == 0 ? Unknown : new Kinds(kept);
    }

    /// <summary>The kinds that something between two things may be of: each as probable as it is for both on average.</summary>
    /// <param name="one">The kinds of the first.</param>
    /// <param name="other">The kinds of the second; where one is unknown, the other's are given.</param>
    public static Kinds Between(Kinds one, Kinds other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return !one.AreKnown ? other : !other.AreKnown ? one
            : Of(one.Shares.Concat(other.Shares).GroupBy(s => s.Kind).Select(same => new KindShare(same.Key, same.Sum(s => s.Share) / 2)));
    }

    /// <summary>The kinds that a network's answer tells.</summary>
    /// <param name="verdict">The answer.</param>
    public static Kinds Of(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return Of(verdict.Ranked.Take(Most).Select(c => new KindShare(c.Class, (float)Math.Clamp(c.Confidence, 0, 1))));
    }
}
