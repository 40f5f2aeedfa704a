namespace Drape.Similarity;

/// <summary>What a search may ask of an item besides its looks. Words are compared as they are written.</summary>
public sealed record ItemFacets
{
    /// <summary>The most colours an item has.</summary>
    public const int MostColours = 5;

    /// <summary>The number of the catalog that it belongs to.</summary>
    public required int Catalog { get; init; }

    /// <summary>What it is, such as "Shirts"; null where that is not known.</summary>
    public string? Type { get; init; }

    /// <summary>The name of its main colour; null where that is not known.</summary>
    public string? Colour { get; init; }

    /// <summary>Its pattern; null where that is not known.</summary>
    public string? Pattern { get; init; }

    /// <summary>For whom it is; null where that is not known.</summary>
    public string? Gender { get; init; }

    /// <summary>
    /// The kinds that it may be of. No filter asks for them: they weigh where <see cref="IndexQuery.Kinds"/> are given.
    /// </summary>
    public Kinds Kinds
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = Kinds.Unknown;

    /// <summary>Its price in the currency of its catalog; null where it has none.</summary>
    public decimal? Price { get; init; }

    /// <summary>Its colours with their shares, at most <see cref="MostColours"/>; empty where they are not known.</summary>
    /// <exception cref="ArgumentException">There are more.</exception>
    public IReadOnlyList<ColourShare> Colours
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value.Count <= MostColours ? value
                : throw new ArgumentException($"An item has at most {MostColours} colours, not {value.Count}.", nameof(value));
        }
    } = [];
}
