namespace Drape.Store.Photos;

/// <summary>
/// Which photos are wanted: those with one garment that is all of this at once, in an outfit of this style. What is null does
/// not matter, nor do small and capital letters.
/// </summary>
public sealed record PhotoFilter
{
    /// <summary>Every photo.</summary>
    public static PhotoFilter All { get; } = new();

    /// <summary>For whom the garment is, as "Men".</summary>
    public string? Gender { get; init; }

    /// <summary>The widest category, as "Apparel".</summary>
    public string? MasterCategory { get; init; }

    /// <summary>The narrower one, as "Topwear".</summary>
    public string? SubCategory { get; init; }

    /// <summary>The narrowest one, as "Tshirts".</summary>
    public string? ArticleType { get; init; }

    /// <summary>What the garment is, as "t-shirt".</summary>
    public string? Type { get; init; }

    /// <summary>Its main colour.</summary>
    public string? Colour { get; init; }

    /// <summary>Its pattern.</summary>
    public string? Pattern { get; init; }

    /// <summary>The style of the whole outfit as it is stated, as "casual".</summary>
    public string? Style { get; init; }

    /// <summary>What a garment has to be, by the columns of the table.</summary>
    internal IEnumerable<(string Column, string Word)> Garment => new (string Column, string? Word)[]
    {
        ("gender", Gender), ("master_category", MasterCategory), ("sub_category", SubCategory), ("article_type", ArticleType),
        ("type", Type), ("colour", Colour), ("pattern", Pattern),
    }.Where(asked => asked.Word is not null).Select(asked => (asked.Column, GarmentRow.Word(asked.Word)!));
}
