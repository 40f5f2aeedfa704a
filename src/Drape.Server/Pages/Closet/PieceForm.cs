using System.Globalization;
using Drape.Store.Closets;

namespace Drape.Server.Pages.Closet;

/// <summary>What the form of a piece sends: every field as text, an empty one says nothing.</summary>
public sealed class PieceForm
{
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

    /// <summary>What it cost, with a point or a comma.</summary>
    public string? Price { get; set; }

    /// <summary>The price's currency.</summary>
    public string? Currency { get; set; }

    /// <summary>The day it was bought.</summary>
    public string? BoughtOn { get; set; }

    /// <summary>What its owner wants to remember.</summary>
    public string? Notes { get; set; }

    /// <summary>What is said of the piece with this form.</summary>
    /// <exception cref="ArgumentException">A field cannot be.</exception>
    public ClosetDetails Apply(ClosetDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        decimal? price = Amount(Price);
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
            Currency = price is null ? null : Said(Currency)?.ToUpperInvariant(),
            BoughtOn = Day(BoughtOn),
            Notes = Notes,
        };
    }

    static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    static int? Level(string? text) => Said(text) is not { } said ? null
        : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out int level) ? level
        : throw new ArgumentException($"'{said}' is no level.");

    static decimal? Amount(string? text) => Said(text) is not { } said ? null
        : decimal.TryParse(said.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount)
            ? amount : throw new ArgumentException($"'{said}' is no price.");

    static DateOnly? Day(string? text) => Said(text) is not { } said ? null
        : DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new ArgumentException($"'{said}' is no day.");
}
