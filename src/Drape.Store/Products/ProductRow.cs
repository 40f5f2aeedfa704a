using System.Text.Json;
using Drape.Store.Blobs;

namespace Drape.Store.Products;

/// <summary>A row of the table product, as it is read.</summary>
sealed class ProductRow
{
    /// <summary>Reads rows; a condition follows.</summary>
    public const string Select = """
        select p.id as Id, c.name as Catalog, p.key as Key, p.name as Name, p.names as Names, p.price as Price,
               p.currency as Currency, p.link as Link, p.category as Category, p.gender as Gender, p.picture as Picture,
               p.picture_source as PictureSource, p.type as Type, p.colour as Colour, p.pattern as Pattern,
               p.colours as Colours, p.attributes as Attributes, p.reading as Reading, p.retired as Retired,
               p.changed_at as ChangedAt, p.version as Version
        from product p join catalog c on c.id = p.catalog_id
        """;

    static readonly DrapeJson Json = DrapeJson.Line;

    public long Id { get; init; }

    public string Catalog { get; init; } = "";

    public string Key { get; init; } = "";

    public string? Name { get; init; }

    public string Names { get; init; } = "{}";

    public decimal? Price { get; init; }

    public string? Currency { get; init; }

    public string? Link { get; init; }

    public string? Category { get; init; }

    public string? Gender { get; init; }

    public string? Picture { get; init; }

    public string? PictureSource { get; init; }

    public string? Type { get; init; }

    public string? Colour { get; init; }

    public string? Pattern { get; init; }

    public string Colours { get; init; } = "[]";

    public string Attributes { get; init; } = "{}";

    public string? Reading { get; init; }

    public bool Retired { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public int Version { get; init; }

    public Product ToProduct() => new()
    {
        Id = Id,
        Catalog = Catalog,
        Key = Key,
        Name = Name,
        Names = JsonSerializer.Deserialize(Names, Json.IReadOnlyDictionaryStringString)!,
        Price = Price,
        Currency = Currency,
        Link = Link,
        Category = Category,
        Gender = Gender,
        Picture = Picture is null ? null : BlobKey.Parse(Picture),
        PictureSource = PictureSource,
        Type = Type,
        Colour = Colour,
        Pattern = Pattern,
        Colours = JsonSerializer.Deserialize(Colours, Json.IReadOnlyListNamedColour)!,
        Attributes = JsonSerializer.Deserialize(Attributes, Json.IReadOnlyDictionaryStringString)!,
        Reading = Reading is null ? null : JsonSerializer.Deserialize(Reading, Json.Garment),
        Retired = Retired,
        ChangedAt = ChangedAt,
    };
}
