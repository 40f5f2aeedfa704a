namespace Drape.Server.Catalogs.Search;

/// <summary>Which products may be answered; what is null or empty allows all.</summary>
public sealed record ProductFilter
{
    /// <summary>Allows every product.</summary>
    public static ProductFilter None { get; } = new();

    /// <summary>The garment's type, such as <c>shirt</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Its main colour, such as <c>navy</c>.</summary>
    public string? Colour { get; init; }

    /// <summary>Its pattern, such as <c>striped</c>.</summary>
    public string? Pattern { get; init; }

    /// <summary>Whom it is for, as the shop says it.</summary>
    public string? Gender { get; init; }

    /// <summary>Who will wear it: what the shop sells to the other is left out.</summary>
    public Wearer? Wearer { get; init; }

    /// <summary>The lowest price.</summary>
    public decimal? PriceFrom { get; init; }

    /// <summary>The highest price.</summary>
    public decimal? PriceTo { get; init; }

    /// <summary>What is wrong with it, as a sentence; null if nothing is.</summary>
    public string? Fault() => PriceFrom < 0 || PriceTo < 0 ? "A price is not negative."
        : PriceFrom > PriceTo ? $"No price is at least {PriceFrom} and at most {PriceTo}." : null;
}
