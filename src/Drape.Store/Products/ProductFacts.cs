using Drape.Colours;
using Drape.Store.Blobs;

namespace Drape.Store.Products;

/// <summary>What a shop says of a product, and what Drape read in its picture.</summary>
public abstract record ProductFacts
{
    const int LongestKey = 200;
    const int LongestWord = 200;
    const int LongestName = 1000;
    const int LongestLink = 4000;
    const decimal PriceLimit = 1_000_000_000_000;

    /// <summary>The shop's own identity of it, unique in its catalog; 1 to 200 characters.</summary>
    public required string Key
    {
        get;
        init => field = StoredText.Present(value, "product's key", LongestKey);
    }

    /// <summary>What it is called; at most 1000 characters.</summary>
    public string? Name
    {
        get;
        init => field = StoredText.Checked(value, "product's name", LongestName);
    }

    /// <summary>What it is called in languages, by their codes: "ko".</summary>
    public IReadOnlyDictionary<string, string> Names
    {
        get;
        init => field = Checked(value, "product's name", LongestName);
    } = new Dictionary<string, string>();

    /// <summary>What it costs, from 0, with at most four decimals; null where nobody said.</summary>
    public decimal? Price
    {
        get;
        init => field = value is null or (>= 0 and < PriceLimit) && decimal.Round(value ?? 0, 4) == (value ?? 0)
            ? value : throw new ArgumentException(
                $"The price {value} is not from 0 to below {PriceLimit:0} with at most four decimals.");
    }

    /// <summary>The price's currency, as "EUR".</summary>
    public string? Currency
    {
        get;
        init => field = StoredText.Checked(value, "currency", 8);
    }

    /// <summary>Its page in the shop.</summary>
    public string? Link
    {
        get;
        init => field = StoredText.Checked(value, "link", LongestLink);
    }

    /// <summary>The shop's own category.</summary>
    public string? Category
    {
        get;
        init => field = StoredText.Checked(value, "category", LongestName);
    }

    /// <summary>For whom it is.</summary>
    public string? Gender
    {
        get;
        init => field = StoredText.Checked(value, "gender", LongestWord);
    }

    /// <summary>Its picture, in the blob store.</summary>
    public BlobKey? Picture { get; init; }

    /// <summary>Where the picture came from: a path or a URL.</summary>
    public string? PictureSource
    {
        get;
        init => field = StoredText.Checked(value, "picture's source", LongestLink);
    }

    /// <summary>What it is, such as <c>t-shirt</c>.</summary>
    public string? Type
    {
        get;
        init => field = StoredText.Checked(value, "type", LongestWord);
    }

    /// <summary>Its main colour, one of the basic names.</summary>
    public string? Colour
    {
        get;
        init => field = StoredText.Checked(value, "colour", LongestWord);
    }

    /// <summary>Its pattern, such as <c>striped</c>.</summary>
    public string? Pattern
    {
        get;
        init => field = StoredText.Checked(value, "pattern", LongestWord);
    }

    /// <summary>Its measured colours, the largest share first.</summary>
    public IReadOnlyList<NamedColour> Colours { get; init; } = [];

    /// <summary>What else is known, by question.</summary>
    public IReadOnlyDictionary<string, string> Attributes
    {
        get;
        init => field = Checked(value, "attribute", LongestName);
    } = new Dictionary<string, string>();

    /// <summary>All that was read of the garment in the picture.</summary>
    public Garment? Reading { get; init; }

    static IReadOnlyDictionary<string, string> Checked(
        IReadOnlyDictionary<string, string> texts, string name, int longest)
    {
        foreach (var (key, text) in texts)
        {
            StoredText.Present(key, name, LongestWord);
            StoredText.Checked(text, name, longest);
        }

        return texts;
    }
}
