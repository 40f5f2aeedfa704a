using System.Runtime.InteropServices;
using Dapper;

namespace Drape.Store.Products;

/// <summary>A product as an import would have to bring it to leave it as it is.</summary>
/// <param name="Id">Its number in the database.</param>
/// <param name="Facts">What is kept of it, the embedding included.</param>
public sealed record KnownProduct(long Id, NewProduct Facts)
{
    /// <summary>The products of these keys, as far as they are there, retired ones included.</summary>
    internal static Task<IReadOnlyDictionary<string, KnownProduct>> ReadAsync(
        Database database, int catalog, IReadOnlyList<string> keys, CancellationToken cancellation) =>
        database.SnapshotAsync<IReadOnlyDictionary<string, KnownProduct>>(async (connection, _) =>
        {
            var parameters = new { catalog, keys = database.Dialect.List(keys.ToArray()) };
            string those = $"p.catalog_id = @catalog and {database.Dialect.In("p.key", "@keys")}";
            var looks = (await connection.QueryAsync<(long Id, string Network, byte[] Embedding)>($"""
                select p.id, i.network, i.embedding from item i join product p on p.id = i.product_id where {those}
                """, parameters)).ToDictionary(l => l.Id);
            var products = await connection.QueryAsync<ProductRow>($"{ProductRow.Select} where {those}", parameters);
            return products.Select(row => row.ToProduct()).ToDictionary(p => p.Key, p => new KnownProduct(p.Id,
                looks.TryGetValue(p.Id, out var look) ? FactsOf(p, look.Network, look.Embedding) : FactsOf(p, "", [])));
        }, cancellation);

    static NewProduct FactsOf(Product product, string network, byte[] embedding) => new()
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
        Embedding = MemoryMarshal.Cast<byte, Half>(embedding).ToArray(),
    };
}
