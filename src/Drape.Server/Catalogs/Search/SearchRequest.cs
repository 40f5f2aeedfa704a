using Drape.Colours;

namespace Drape.Server.Catalogs.Search;

/// <summary>
/// What is looked for in catalogs: the look of a photo or of a product, words, a colour, or several of these together;
/// at least one of them or a filter.
/// </summary>
public sealed record SearchRequest
{
    /// <summary>Results when nobody says how many.</summary>
    public const int UsualLimit = 12;

    /// <summary>Results at most.</summary>
    public const int MostResults = 200;

    /// <summary>The catalogs that are looked through, by name; all of them if empty.</summary>
    public IReadOnlyList<string> Catalogs { get; init; } = [];

    /// <summary>The look that is wanted, from a photo.</summary>
    public SearchedPhoto? Photo { get; init; }

    /// <summary>
    /// A product whose look is wanted, by its id; it is looked for in <see cref="Catalogs"/>. With a photo, too, what lies
    /// between both is wanted.
    /// </summary>
    public string? Like { get; init; }

    /// <summary>Words that all must be in a product's name, category, type, colour or pattern, in any language.</summary>
    public string? Words { get; init; }

    /// <summary>A colour that the product should have.</summary>
    public OkLab? Colour { get; init; }

    /// <summary>
    /// Whether only products of the garment's own kind are answered; otherwise those come first. Refused where the kind is
    /// not clear.
    /// </summary>
    public bool SameKindOnly { get; init; }

    /// <summary>The same where the kind is clear, and products of every kind where it is not: what older clients expect.</summary>
    internal bool SameKindIfClear { get; init; }

    /// <summary>Which products may be answered at all.</summary>
    public ProductFilter Filter { get; init; } = ProductFilter.None;

    /// <summary>Results at most, 1 to <see cref="MostResults"/>.</summary>
    public int Limit { get; init; } = UsualLimit;

    /// <summary>The score that a result has at least, 0 to 1.</summary>
    public double MinScore { get; init; }

    /// <summary>How much results should differ from each other, 0 (not at all) to 1.</summary>
    public double Diversity { get; init; }

    /// <summary>Whether it can be answered without comparing looks and colours.</summary>
    public bool IsByWordsAlone => this is { Words: not null, Photo: null, Like: null, Colour: null };

    /// <summary>What is wrong with it, as a sentence; null if nothing is.</summary>
    public string? Fault() => this switch
    {
        { Limit: < 1 or > MostResults } => $"The limit is {Limit}; it lies between 1 and {MostResults}.",
        { MinScore: not (>= 0 and <= 1) } => "The lowest score lies between 0 and 1.",
        { Diversity: not (>= 0 and <= 1) } => "The diversity lies between 0 and 1.",
        { Photo: null, Like: null, Words: null, Colour: null } when Filter == ProductFilter.None =>
            "Nothing is looked for. Give a photo, the id of a product, words, a colour or a filter.",
        _ => Filter.Fault(),
    };
}
