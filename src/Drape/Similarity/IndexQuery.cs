using Drape.Colours;

namespace Drape.Similarity;

/// <summary>
/// What to look for. The score of an item is the mean of the parts that are set: its likeness to <see cref="Like"/>, its
/// likeness to <see cref="Colour"/>, its score in <see cref="Among"/>. With none of them every item that passes the filter
/// scores 1, and they come in the order of their ids. <see cref="Kinds"/> say what a likeness to <see cref="Like"/> counts for.
/// </summary>
public sealed record IndexQuery
{
    /// <summary>The most results a search gives.</summary>
    public const int MostResults = 1000;

    /// <summary>Items that look like this.</summary>
    public Embedding? Like { get; init; }

    /// <summary>
    /// The kinds that what is looked for may be of: of the nearest few hundred items those of the same kind come to the front.
    /// Null where that is not known or does not matter.
    /// </summary>
    public Kinds? Kinds { get; init; }

    /// <summary>Items of this colour.</summary>
    public OkLab? Colour { get; init; }

    /// <summary>Only items that pass this; by default all.</summary>
    public IndexFilter Filter
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = new();

    /// <summary>How many results at most, 1 to <see cref="MostResults"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not in this range.</exception>
    public int Limit
    {
        get;
        init => field = value is >= 1 and <= MostResults ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"A search gives 1 to {MostResults} results.");
    } = 12;

    /// <summary>Only results with at least this score, 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not in this range.</exception>
    public float MinScore
    {
        get;
        init => field = value is >= 0 and <= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A score lies between 0 and 1.");
    }

    /// <summary>
    /// How much results shall differ from each other: 0 the best by score alone; up to 1, where only the first is chosen
    /// by its score. Above 0, what looks the same as a result already chosen (cosine above 0.98) is passed over.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 0 and 1.</exception>
    public float Diversity
    {
        get;
        init => field = value is >= 0 and <= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Diversity lies between 0 and 1.");
    }

    /// <summary>Only these ids, each with its score, 0 to 1 (beyond that it is clipped): what a search for words found.</summary>
    public IReadOnlyDictionary<long, float>? Among { get; init; }

    /// <summary>An id that is no result: the product that others shall be similar to.</summary>
    public long? Except { get; init; }
}
