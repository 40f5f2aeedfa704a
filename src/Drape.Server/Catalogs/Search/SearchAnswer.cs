using System.Text.Json.Serialization;
using Drape.Imaging;
using Drape.Inference;
using Drape.Store.Blobs;
using Drape.Store.Products;

namespace Drape.Server.Catalogs.Search;

/// <summary>What was found, best first.</summary>
/// <param name="Query">What was looked for.</param>
/// <param name="Results">The products.</param>
public sealed record SearchAnswer(SearchedFor Query, IReadOnlyList<SearchResult> Results);

/// <summary>What was looked for, as it was understood.</summary>
public sealed record SearchedFor
{
    /// <summary>Which garment of the photo; null for the whole photo, or where there was none.</summary>
    public int? Garment { get; init; }

    /// <summary>The garment's type, or the type of the product that was given.</summary>
    public string? Type { get; init; }

    /// <summary>All garments of the photo, so that another one can be asked for.</summary>
    public IReadOnlyList<SeenGarment>? Garments { get; init; }

    /// <summary>The product that was given.</summary>
    public string? Like { get; init; }

    /// <summary>The words that were given.</summary>
    public string? Words { get; init; }

    /// <summary>The colour that was given, as a web colour.</summary>
    public string? Colour { get; init; }
}

/// <summary>A garment of the photo that was looked for with.</summary>
/// <param name="Number">How it is asked for, from 0.</param>
/// <param name="Type">Its type.</param>
/// <param name="Colour">Its main colour.</param>
/// <param name="Box">Where it is in the upright photo; in JSON [x, y, width, height].</param>
public sealed record SeenGarment(int Number, string Type, string Colour,
    [property: JsonConverter(typeof(PixelBoxConverter))] PixelBox Box);

/// <summary>A product that was found.</summary>
public sealed record SearchResult
{
    /// <summary>The catalog's name.</summary>
    public required string Catalog { get; init; }

    /// <summary>The product's id in the shop.</summary>
    public required string Product { get; init; }

    /// <summary>How well it fits, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>The type that Drape saw.</summary>
    public required string Type { get; init; }

    /// <summary>The main colour that Drape measured.</summary>
    public required string Colour { get; init; }

    /// <summary>That colour as a web colour, for swatches; null where none was measured.</summary>
    [JsonIgnore]
    public string? ColourHex { get; init; }

    /// <summary>The pattern that Drape saw.</summary>
    public required string Pattern { get; init; }

    /// <summary>The shop's name of it.</summary>
    public string? Name { get; init; }

    /// <summary>Its price.</summary>
    public decimal? Price { get; init; }

    /// <summary>The price's currency.</summary>
    public string? Currency { get; init; }

    /// <summary>Its page in the shop.</summary>
    public string? Link { get; init; }

    /// <summary>Its picture: an address of the API; in the command, where the shop has it.</summary>
    public string? Picture { get; init; }

    /// <summary>The picture's key in the store.</summary>
    [JsonIgnore]
    public BlobKey? PictureKey { get; init; }

    /// <summary>A product as a result.</summary>
    internal static SearchResult Of(Product product, float score) => new()
    {
        Catalog = product.Catalog,
        Product = product.Key,
        Score = Math.Round(Math.Clamp(score, 0, 1), 4),
        Type = product.Type ?? Verdict.Unclear,
        Colour = product.Colour ?? Verdict.Unclear,
        ColourHex = product.Colours is [var largest, ..] ? largest.Hex : null,
        Pattern = product.Pattern ?? Verdict.Unclear,
        Name = product.Name,
        Price = product.Price,
        Currency = product.Currency,
        Link = product.Link,
        Picture = product.PictureSource,
        PictureKey = product.Picture,
    };
}
