namespace Drape.Similarity;

/// <summary>
/// Which items a search looks at: those that pass every part that is set. A part that is null lets every item pass, an
/// empty list none; an item of which something is not known passes no part that asks for it. What must not be says so itself.
/// </summary>
public sealed record IndexFilter
{
    /// <summary>Only items of these catalogs.</summary>
    public IReadOnlyCollection<int>? Catalogs { get; init; }

    /// <summary>Only items of one of these types; in this and the other words small and capital letters do not matter.</summary>
    public IReadOnlyCollection<string>? Types { get; init; }

    /// <summary>Only items whose main colour is one of these.</summary>
    public IReadOnlyCollection<string>? Colours { get; init; }

    /// <summary>Only items with one of these patterns.</summary>
    public IReadOnlyCollection<string>? Patterns { get; init; }

    /// <summary>Only items for one of these.</summary>
    public IReadOnlyCollection<string>? Genders { get; init; }

    /// <summary>Only items that are not for one of these; those of which it is not known pass.</summary>
    public IReadOnlyCollection<string>? OtherGenders { get; init; }

    /// <summary>Only items that cost at least this, in the currency of their catalog.</summary>
    public decimal? PriceFrom { get; init; }

    /// <summary>Only items that cost at most this, in the currency of their catalog.</summary>
    public decimal? PriceTo { get; init; }
}
