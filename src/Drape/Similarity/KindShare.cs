namespace Drape.Similarity;

/// <summary>A kind that something may be of, and how probable that is.</summary>
public readonly record struct KindShare
{
    /// <summary>Creates a kind with its probability.</summary>
    /// <param name="kind">The kind, such as "Shirts": a word on one line.</param>
    /// <param name="share">How probable it is, 0 to 1.</param>
    /// <exception cref="ArgumentException">The kind is empty or has several lines.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    public KindShare(string kind, float share)
    {
        if (string.IsNullOrWhiteSpace(kind) || kind.Contains('\n', StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{kind}' is no kind: it is a word on one line.", nameof(kind));
        }

        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A probability lies between 0 and 1.");
        }

        (Kind, Share) = (kind, share);
    }

    /// <summary>The kind.</summary>
    public string Kind { get; }

    /// <summary>How probable it is, 0 to 1.</summary>
    public float Share { get; }
}
