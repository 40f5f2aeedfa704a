using System.Globalization;
using Drape.Server.Prices;
using Drape.Store.Closets;

namespace Drape.Server.Pages.Closet;

/// <summary>What the form of a piece sends: every field as text, an empty one says nothing.</summary>
public sealed class PieceForm
{
    const string DayFormat = "yyyy-MM-dd";

    /// <summary>What it is.</summary>
    public string? Type { get; set; }

    /// <summary>Its main colour.</summary>
    public string? Colour { get; set; }

    /// <summary>Its pattern.</summary>
    public string? Pattern { get; set; }

    /// <summary>The season it is for.</summary>
    public string? Season { get; set; }

    /// <summary>From 1 to 5.</summary>
    public string? Warmth { get; set; }

    /// <summary>From 1 to 5.</summary>
    public string? Formality { get; set; }

    /// <summary>What its owner calls it.</summary>
    public string? Name { get; set; }

    /// <summary>Who made it.</summary>
    public string? Brand { get; set; }

    /// <summary>Its size.</summary>
    public string? Size { get; set; }

    /// <summary>What it cost, as people write it: <c>39,90</c>, <c>₩59,000</c>.</summary>
    public string? Price { get; set; }

    /// <summary>The price's currency.</summary>
    public string? Currency { get; set; }

    /// <summary>The day it was bought.</summary>
    public string? BoughtOn { get; set; }

    /// <summary>What its owner wants to remember.</summary>
    public string? Notes { get; set; }

    /// <summary>The form of what is said of a piece already.</summary>
    public static PieceForm Of(ClosetDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        return new PieceForm
        {
            Type = details.Type,
            Colour = details.Colour,
            Pattern = details.Pattern,
            Season = details.Season,
            Warmth = details.Warmth?.ToString(CultureInfo.InvariantCulture),
            Formality = details.Formality?.ToString(CultureInfo.InvariantCulture),
            Name = details.Name,
            Brand = details.Brand,
            Size = details.Size,
            Price = details.Price is { } price ? Written(price) : null,
            Currency = details.Currency,
            BoughtOn = details.BoughtOn?.ToString(DayFormat, CultureInfo.InvariantCulture),
            Notes = details.Notes,
        };
    }

    /// <summary>The fields that cannot be, each with the key of the text that says why.</summary>
    public IEnumerable<(string Field, string Text)> Faults()
    {
        if (Said(Price) is not null)
        {
            var (amount, currency) = Amount();
            if (amount is null or >= ClosetDetails.PriceLimit || decimal.Round(amount.Value, 4) != amount)
            {
                yield return ("price", "Price.Wrong");
            }
            else if (PriceText.IsWhole(currency) && decimal.Truncate(amount.Value) != amount)
            {
                yield return ("price", "Price.Whole");
            }

            if (currency is not null && (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper)))
            {
                yield return ("currency", "Currency.Wrong");
            }
        }

        if (Said(BoughtOn) is { } said && !IsDay(said, out _))
        {
            yield return ("boughtOn", "BoughtOn.Wrong");
        }
    }

    /// <summary>What is said of the piece with this form.</summary>
    /// <exception cref="ArgumentException">A field cannot be.</exception>
    public ClosetDetails Apply(ClosetDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        var (price, currency) = Amount();
        return details with
        {
            Type = Type ?? "",
            Colour = Colour ?? "",
            Pattern = Pattern ?? "",
            Season = Said(Season),
            Warmth = Level(Warmth),
            Formality = Level(Formality),
            Name = Name,
            Brand = Brand,
            Size = Size,
            Price = price,
            // Without a price a currency says nothing.
            Currency = price is null ? null : currency,
            BoughtOn = Said(BoughtOn) is { } said && IsDay(said, out var day) ? day : null,
            Notes = Notes,
        };
    }

    static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    static int? Level(string? text) => Said(text) is not { } said ? null
        : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out int level) ? level
        : throw new ArgumentException($"'{said}' is no level.");

    /// <summary>The amount, null where there is none; a currency that stands with it is nearer than that of the field.</summary>
    (decimal? Amount, string? Currency) Amount()
    {
        decimal amount = 0;
        string? named = null;
        bool isRead = Said(Price) is { } said && PriceText.TryRead(said, out amount, out named);
        return (isRead ? amount : null, named ?? Said(Currency)?.ToUpperInvariant());
    }

    // Never with three decimals, which would be read as thousands.
    static string Written(decimal price) => price.ToString(
        price == decimal.Truncate(price) ? "0" : price == decimal.Round(price, 2) ? "0.00" : "0.0000", CultureInfo.InvariantCulture);

    static bool IsDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
