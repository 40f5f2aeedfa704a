using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Drape.Store.Databases;
using Drape.Store.Items;

namespace Drape.Store.Products;

/// <summary>A product on its way into the table: its values as they are kept, and their digest.</summary>
sealed class ProductWrite
{
    static readonly DrapeJson Json = DrapeJson.Line;

    public ProductWrite(NewProduct product)
    {
        Product = product;
        Names = JsonSerializer.Serialize(product.Names, Json.IReadOnlyDictionaryStringString);
        Colours = JsonSerializer.Serialize(product.Colours, Json.IReadOnlyListNamedColour);
        Attributes = JsonSerializer.Serialize(product.Attributes, Json.IReadOnlyDictionaryStringString);
        Reading = product.Reading is null ? null : JsonSerializer.Serialize(product.Reading, Json.Garment);
        Digest = DigestOf();
    }

    public NewProduct Product { get; }

    public string Names { get; }

    public string Colours { get; }

    public string Attributes { get; }

    public string? Reading { get; }

    /// <summary>The SHA-256 of everything an import says: equal digests, equal products.</summary>
    public byte[] Digest { get; }

    /// <summary>The columns that an import fills.</summary>
    public static IReadOnlyList<Column<ProductWrite>> Columns(int catalog, int mark, DateTimeOffset now) =>
    [
        new Column<ProductWrite, int>("catalog_id", _ => catalog),
        new Column<ProductWrite, string>("key", w => w.Product.Key),
        .. Facts,
        new Column<ProductWrite, bool>("retired", _ => false),
        new Column<ProductWrite, DateTimeOffset>("changed_at", _ => now),
        new Column<ProductWrite, int>("version", _ => 1),
        new Column<ProductWrite, int>("seen", _ => mark),
    ];

    /// <summary>What happens to a product that is there: it is overwritten if anything is different.</summary>
    public static string OnConflict { get; } = $"""
        on conflict (catalog_id, key) do update set
            {string.Join(", ", Facts.Select(c => $"{c.Name} = excluded.{c.Name}"))},
            retired = excluded.retired, changed_at = excluded.changed_at, version = product.version + 1,
            seen = case when excluded.seen > product.seen then excluded.seen else product.seen end
        where product.digest <> excluded.digest or product.retired
        returning id, key, version
        """;

    static IReadOnlyList<Column<ProductWrite>> Facts =>
    [
        new Column<ProductWrite, string?>("name", w => w.Product.Name),
        new Column<ProductWrite, string>("names", w => w.Names),
        new Column<ProductWrite, decimal?>("price", w => w.Product.Price),
        new Column<ProductWrite, string?>("currency", w => w.Product.Currency),
        new Column<ProductWrite, string?>("link", w => w.Product.Link),
        new Column<ProductWrite, string?>("category", w => w.Product.Category),
        new Column<ProductWrite, string?>("gender", w => w.Product.Gender),
        new Column<ProductWrite, string?>("picture", w => w.Product.Picture?.ToString()),
        new Column<ProductWrite, string?>("picture_source", w => w.Product.PictureSource),
        new Column<ProductWrite, string?>("type", w => w.Product.Type),
        new Column<ProductWrite, string?>("colour", w => w.Product.Colour),
        new Column<ProductWrite, string?>("pattern", w => w.Product.Pattern),
        new Column<ProductWrite, string>("colours", w => w.Colours),
        new Column<ProductWrite, string>("attributes", w => w.Attributes),
        new Column<ProductWrite, string?>("reading", w => w.Reading),
        new Column<ProductWrite, byte[]>("digest", w => w.Digest),
    ];

    byte[] DigestOf()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string?[] texts =
        [
            Product.Name, Names, Product.Price?.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture),
            Product.Currency, Product.Link, Product.Category, Product.Gender, Product.Picture?.ToString(), Product.PictureSource,
            Product.Type, Product.Colour, Product.Pattern, Colours, Attributes, Reading, Product.Network,
        ];
        foreach (string? text in texts)
        {
            // Lengths keep what lies side by side apart; none is -1.
            hash.AppendData(BitConverter.GetBytes(text?.Length ?? -1));
            hash.AppendData(Encoding.UTF8.GetBytes(text ?? ""));
        }

        hash.AppendData(MemoryMarshal.AsBytes<Half>(Product.Embedding));
        // What was read before kinds were kept has the digest that it always had.
        hash.AppendData(Encoding.UTF8.GetBytes(KindLines.Of(Product.Kinds) ?? ""));
        return hash.GetHashAndReset();
    }
}
