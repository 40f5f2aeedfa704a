using System.Runtime.InteropServices;
using Dapper;
using Drape.Store.Items;

namespace Drape.Store.Products;

/// <summary>A product as an import would have to bring it to leave it as it is.</summary>
/// <param name="Id">Its number in the database.</param>
/// <param name="Facts">What is kept of it, the embedding included.</param>
/// <param name="Version">Which of its states that is: every change makes another.</param>
public sealed record KnownProduct(long Id, NewProduct Facts, int Version)
{
    /// <summary>The products of these keys, as far as they are there, retired ones included.</summary>
    internal static Task<IReadOnlyDictionary<string, KnownProduct>> ReadAsync(
        Database database, int catalog, IReadOnlyList<string> keys, CancellationToken cancellation) =>
        database.SnapshotAsync<IReadOnlyDictionary<string, KnownProduct>>(async (connection, _) =>
        {
            var parameters = new { catalog, keys = database.Dialect.List(keys.ToArray()) };
            string those = $"p.catalog_id = @catalog and {database.Dialect.In("p.key", "@keys")}";
            var looks = (await connection.QueryAsync<(long Id, string Network, byte[] Embedding, string? Kinds)>($"""
                select p.id, i.network, i.embedding, i.kinds from item i join product p on p.id = i.product_id where {those}
                """, parameters)).ToDictionary(l => l.Id);
            var products = await connection.QueryAsync<ProductRow>($"{ProductRow.Select} where {those}", parameters);
            return products.ToDictionary(row => row.Key, row => new KnownProduct(row.Id,
                looks.TryGetValue(row.Id, out var look) ? FactsOf(row.ToProduct(), look.Network, look.Embedding, look.Kinds)
                    : FactsOf(row.ToProduct(), "", [], null), row.Version));
        }, cancellation);

    static NewProduct FactsOf(Product product, string network, byte[] embedding, string? kinds) => new()
    {
        Key = product.Key,
        Name = product.Name,
        Names = product.Names,
        Price = product.Price,
        Currency = product.Currency,
        Link = product.Link,
        Category = product.Category,
        Gender = product.Gender,
        Picture = product.Picture,
        PictureSource = product.PictureSource,
        Type = product.Type,
        Colour = product.Colour,
        Pattern = product.Pattern,
        Colours = product.Colours,
        Attributes = product.Attributes,
        Reading = product.Reading,
        Network = network,
        Kinds = KindLines.Read(kinds),
        Embedding = MemoryMarshal.Cast<byte, Half>(embedding).ToArray(),
    };
}
