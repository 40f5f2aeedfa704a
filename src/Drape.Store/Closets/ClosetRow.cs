using System.Text.Json;
using Drape.Store.Blobs;

namespace Drape.Store.Closets;

/// <summary>A row of the table closet_item, as it is read.</summary>
sealed class ClosetRow
{
    /// <summary>Reads rows; a condition follows.</summary>
    public const string Select = """
        select i.id as Id, i.picture as Picture, i.photo as Photo, i.name as Name, i.type as Type, i.colour as Colour,
            i.pattern as Pattern, i.colours as Colours, i.season as Season, i.warmth as Warmth, i.formality as Formality,
            i.brand as Brand, i.price as Price, i.currency as Currency, i.size as Size, i.notes as Notes,
            i.bought_on as BoughtOn, i.previous as Previous, i.reading as Reading, i.looks_like as LooksLike,
            i.created_at as CreatedAt, i.changed_at as ChangedAt, i.deleted_at as DeletedAt,
            (select count(*) from closet_wear w where w.person_id = i.person_id and w.item_id = i.id) as Wears,
            (select max(w.day) from closet_wear w where w.person_id = i.person_id and w.item_id = i.id) as LastWorn
        from closet_item i
        """;

    static readonly DrapeJson Json = DrapeJson.Line;

    public long Id { get; init; }

    public string Picture { get; init; } = "";

    public string? Photo { get; init; }

    public string? Name { get; init; }

    public string Type { get; init; } = "";

    public string Colour { get; init; } = "";

    public string Pattern { get; init; } = "";

    public string Colours { get; init; } = "[]";

    public string? Season { get; init; }

    public int? Warmth { get; init; }

    public int? Formality { get; init; }

    public string? Brand { get; init; }

    public decimal? Price { get; init; }

    public string? Currency { get; init; }

    public string? Size { get; init; }

    public string? Notes { get; init; }

    public string? BoughtOn { get; init; }

    public string? Previous { get; init; }

    public string Reading { get; init; } = "";

    public long? LooksLike { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    public long Wears { get; init; }

    public string? LastWorn { get; init; }

    public ClosetItem ToItem() => new()
    {
        Id = Id,
        Picture = BlobKey.Parse(Picture),
        Photo = Photo is null ? null : BlobKey.Parse(Photo),
        Details = new ClosetDetails
        {
            Name = Name,
            Type = Type,
            Colour = Colour,
            Pattern = Pattern,
            Season = Season,
            Warmth = Warmth,
            Formality = Formality,
            Brand = Brand,
            Price = Price,
            Currency = Currency,
            Size = Size,
            Notes = Notes,
            BoughtOn = Days.ParseOrNull(BoughtOn),
        },
        Colours = JsonSerializer.Deserialize(Colours, Json.IReadOnlyListNamedColour)!,
        Reading = JsonSerializer.Deserialize(Reading, Json.Garment)!,
        Previous = Previous is null ? null : JsonSerializer.Deserialize<ClosetDetails>(Previous),
        LooksLike = LooksLike,
        Wears = (int)Wears,
        LastWorn = Days.ParseOrNull(LastWorn),
        CreatedAt = CreatedAt,
        ChangedAt = ChangedAt,
        DeletedAt = DeletedAt,
    };
}
