using Drape.Colours;
using Drape.Store.Products;

namespace Drape.Store.Closets;

/// <summary>What is said of a piece: at first what the networks read, then what its owner corrects and adds.</summary>
public sealed record ClosetDetails
{
    /// <summary>The lowest level of warmth and formality.</summary>
    public const int LowestLevel = 1;

    /// <summary>The highest level of warmth and formality.</summary>
    public const int HighestLevel = 5;

    /// <summary>What a price has to be below.</summary>
    public const decimal PriceLimit = 1_000_000_000;

    const int LongestWord = 60;
    const int LongestName = 120;
    const int LongestNotes = 2000;

    /// <summary>The seasons that a piece may be for.</summary>
    public static IReadOnlyList<string> Seasons { get; } = ["spring", "summer", "fall", "winter"];

    /// <summary>What its owner calls it; at most 120 characters.</summary>
    public string? Name
    {
        get;
        init => field = Given(value, "name", LongestName);
    }

    /// <summary>What it is, such as <c>t-shirt</c>.</summary>
    public required string Type
    {
        get;
        init => field = StoredText.Present(value, "type", LongestWord);
    }

    /// <summary>Its main colour, one of <see cref="ColourNames.All"/>.</summary>
    public required string Colour
    {
        get;
        init => field = ColourNames.All.Contains(value) ? value : throw new ArgumentException(
            $"'{value}' is no colour: it is {string.Join(", ", ColourNames.All)}.");
    }

    /// <summary>Its pattern, such as <c>striped</c>.</summary>
    public required string Pattern
    {
        get;
        init => field = StoredText.Present(value, "pattern", LongestWord);
    }

    /// <summary>The season it is for, one of <see cref="Seasons"/>; null for all of them.</summary>
    public string? Season
    {
        get;
        init => field = value is null || Seasons.Contains(value) ? value : throw new ArgumentException(
            $"'{value}' is no season: it is {string.Join(", ", Seasons)}, or left out.");
    }

    /// <summary>From 1 (hot summer) to 5 (deep winter); null where nobody said.</summary>
    public int? Warmth
    {
        get;
        init => field = Level(value, "warmth");
    }

    /// <summary>From 1 (sport or lounge) to 5 (formal); null where nobody said.</summary>
    public int? Formality
    {
        get;
        init => field = Level(value, "formality");
    }

    /// <summary>Who made it; at most 120 characters.</summary>
    public string? Brand
    {
        get;
        init => field = Given(value, "brand", LongestName);
    }

    /// <summary>What it cost, from 0, with at most four decimals.</summary>
    public decimal? Price
    {
        get;
        init => field = value is null or (>= 0 and < PriceLimit) && decimal.Round(value ?? 0, 4) == (value ?? 0)
            ? value : throw new ArgumentException(
                $"The price {value} is not from 0 to below {PriceLimit:0} with at most four decimals.");
    }

    /// <summary>The price's currency: three capital letters, as "EUR".</summary>
    public string? Currency
    {
        get;
        init => field = Given(value, "currency", 3) is null || (value!.Length == 3 && value.All(char.IsAsciiLetterUpper))
            ? Given(value, "currency", 3)
            : throw new ArgumentException($"'{value}' is no currency: it is three capital letters, as EUR.");
    }

    /// <summary>Its size as its label says it; at most 60 characters.</summary>
    public string? Size
    {
        get;
        init => field = Given(value, "size", LongestWord);
    }

    /// <summary>What its owner wants to remember; at most 2000 characters.</summary>
    public string? Notes
    {
        get;
        init => field = Given(value, "notes", LongestNotes);
    }

    /// <summary>The day it was bought.</summary>
    public DateOnly? BoughtOn { get; init; }

    static int? Level(int? level, string name) => level is null or (>= LowestLevel and <= HighestLevel)
        ? level : throw new ArgumentException($"The {name} is {level}: it goes from {LowestLevel} to {HighestLevel}.");

    // An empty field of a form is one that says nothing.
    static string? Given(string? text, string name, int longest) =>
        string.IsNullOrWhiteSpace(text) ? null : StoredText.Checked(text.Trim(), name, longest);
}
