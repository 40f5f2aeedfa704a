using System.Globalization;
using Drape.Colours;
using Drape.Server.Problems;
using Drape.Store.Closets;

namespace Drape.Server.Closets;

/// <summary>A piece of a closet as the API tells of it. Times are in UTC.</summary>
public sealed record ClosetAnswer
{
    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>What its owner calls it.</summary>
    public string? Name { get; init; }

    /// <summary>What it is, such as <c>t-shirt</c>, or <c>unclear</c> until its owner says.</summary>
    public required string Type { get; init; }

    /// <summary>Its main colour.</summary>
    public required string Colour { get; init; }

    /// <summary>Its pattern.</summary>
    public required string Pattern { get; init; }

    /// <summary>Its measured colours, the largest share first.</summary>
    public required IReadOnlyList<NamedColour> Colours { get; init; }

    /// <summary>spring, summer, fall or winter; left out for all of them.</summary>
    public string? Season { get; init; }

    /// <summary>1 (hot summer) to 5 (deep winter).</summary>
    public int? Warmth { get; init; }

    /// <summary>1 (sport or lounge) to 5 (formal).</summary>
    public int? Formality { get; init; }

    /// <summary>Who made it.</summary>
    public string? Brand { get; init; }

    /// <summary>What it cost.</summary>
    public decimal? Price { get; init; }

    /// <summary>The price's currency, as EUR.</summary>
    public string? Currency { get; init; }

    /// <summary>Its size as its label says it.</summary>
    public string? Size { get; init; }

    /// <summary>What its owner wants to remember.</summary>
    public string? Notes { get; init; }

    /// <summary>The day it was bought.</summary>
    public DateOnly? BoughtOn { get; init; }

    /// <summary>On how many days it was worn.</summary>
    public required int Wears { get; init; }

    /// <summary>The last of these days.</summary>
    public DateOnly? LastWorn { get; init; }

    /// <summary>The piece that it may be, until its owner has said.</summary>
    public long? LooksLike { get; init; }

    /// <summary>Where its cut-out picture is, a WebP with transparency.</summary>
    public required string Picture { get; init; }

    /// <summary>Where the photo is that it was cut out of.</summary>
    public string? Photo { get; init; }

    /// <summary>What the networks said, whatever was corrected since.</summary>
    public required Garment Reading { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When something of it was last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When it was put into the bin, which forgets it after 30 days.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Tells of a piece.</summary>
    public static ClosetAnswer Of(ClosetItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var details = item.Details;
        return new ClosetAnswer
        {
            Id = item.Id,
            Name = details.Name,
            Type = details.Type,
            Colour = details.Colour,
            Pattern = details.Pattern,
            Colours = item.Colours,
            Season = details.Season,
            Warmth = details.Warmth,
            Formality = details.Formality,
            Brand = details.Brand,
            Price = details.Price,
            Currency = details.Currency,
            Size = details.Size,
            Notes = details.Notes,
            BoughtOn = details.BoughtOn,
            Wears = item.Wears,
            LastWorn = item.LastWorn,
            LooksLike = item.LooksLike,
            Picture = PictureOf(item),
            Photo = PhotoOf(item),
            Reading = item.Reading,
            CreatedAt = item.CreatedAt,
            ChangedAt = item.ChangedAt,
            DeletedAt = item.DeletedAt,
        };
    }

    /// <summary>Where a piece's picture is; another picture has another address, so that browsers may keep it.</summary>
    internal static string PictureOf(ClosetItem item) => string.Create(
        CultureInfo.InvariantCulture, $"{ClosetRoutes.Path}/{item.Id}/picture?v={item.Picture.ToString()[..12]}");

    /// <summary>Where the photo is; null if there is none.</summary>
    internal static string? PhotoOf(ClosetItem item) => item.Photo is null ? null
        : string.Create(CultureInfo.InvariantCulture, $"{ClosetRoutes.Path}/{item.Id}/photo");
}

/// <summary>A page of a closet.</summary>
/// <param name="Items">The pieces.</param>
/// <param name="Next">What <c>after</c> is for the next page; left out with the last one, and of a colour.</param>
public sealed record ClosetPage(IReadOnlyList<ClosetAnswer> Items, long? Next);

/// <summary>What became of photos that were brought.</summary>
/// <param name="Photos">Each photo, in the order sent.</param>
public sealed record ClosetAddition(IReadOnlyList<ClosetPhotoAnswer> Photos);

/// <summary>What became of one photo.</summary>
/// <param name="Photo">What it was called.</param>
/// <param name="Items">The pieces that came into the closet.</param>
/// <param name="Problem">Why none did.</param>
public sealed record ClosetPhotoAnswer(string Photo, IReadOnlyList<ClosetAnswer> Items, Problem? Problem);

/// <summary>What a person says of their closet as a whole.</summary>
/// <param name="SharesCorrections">Whether the networks may learn from the corrections.</param>
public sealed record ClosetSettings(bool SharesCorrections);
