using Drape.Colours;
using Drape.Server.Catalogs.Pictures;
using Drape.Store.Products;

namespace Drape.Server.Catalogs.Products;

/// <summary>A product: what the shop says of it, and what Drape saw.</summary>
public sealed record ProductAnswer
{
    /// <summary>Its id in the shop.</summary>
    public required string Id { get; init; }

    /// <summary>Its catalog.</summary>
    public required string Catalog { get; init; }

    /// <summary>Whether the shop no longer has it: no search finds it.</summary>
    public required bool Retired { get; init; }

    /// <summary>The shop's name of it.</summary>
    public string? Name { get; init; }

    /// <summary>Its names in further languages, by language code.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>Its price.</summary>
    public decimal? Price { get; init; }

    /// <summary>The price's currency.</summary>
    public string? Currency { get; init; }

    /// <summary>Its page in the shop.</summary>
    public string? Link { get; init; }

    /// <summary>The shop's own category.</summary>
    public string? Category { get; init; }

    /// <summary>Whom the shop sells it to.</summary>
    public string? Gender { get; init; }

    /// <summary>Its picture: an address of the API.</summary>
    public string? Picture { get; init; }

    /// <summary>Where the picture came from, if that is a URL.</summary>
    public string? Source { get; init; }

    /// <summary>The type that Drape saw.</summary>
    public string? Type { get; init; }

    /// <summary>The main colour that Drape measured.</summary>
    public string? Colour { get; init; }

    /// <summary>The pattern that Drape saw.</summary>
    public string? Pattern { get; init; }

    /// <summary>The measured colours, the largest share first.</summary>
    public required IReadOnlyList<NamedColour> Colours { get; init; }

    /// <summary>What else Drape saw, by question.</summary>
    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    /// <summary>When something of it last changed, in UTC.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Tells of a product.</summary>
    public static ProductAnswer Of(Product product)
    {
        ArgumentNullException.ThrowIfNull(product);
        return new ProductAnswer
        {
            Id = product.Key,
            Catalog = product.Catalog,
            Retired = product.Retired,
            Name = product.Name,
            Names = product.Names,
            Price = product.Price,
            Currency = product.Currency,
            Link = product.Link,
            Category = product.Category,
            Gender = product.Gender,
            Picture = product.Picture is { } key ? PictureRoutes.AddressOf(key) : null,
            // A path of this machine, where the command imported it, is nobody else's business.
            Source = product.PictureSource?.Contains("://", StringComparison.Ordinal) == true ? product.PictureSource : null,
            Type = product.Type,
            Colour = product.Colour,
            Pattern = product.Pattern,
            Colours = product.Colours,
            Attributes = product.Attributes,
            ChangedAt = product.ChangedAt,
        };
    }
}

/// <summary>A page of products.</summary>
/// <param name="Products">The products, by id.</param>
/// <param name="Next">What <c>after</c> is for the next page; left out with the last one.</param>
public sealed record ProductPage(IReadOnlyList<ProductAnswer> Products, string? Next);
