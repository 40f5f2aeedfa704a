using System.Data.Common;
using Dapper;
using Drape.Store.Products;

namespace Drape.Store.Words;

/// <summary>Writes the table product_words, within the transaction that changes the products. Retired ones are not in it.</summary>
static class WordTable
{
    public static async Task PutAsync(
        Database database, DbConnection connection, IReadOnlyList<ProductWords> words, CancellationToken cancellation)
    {
        if (words.Count > 0)
        {
            await RemoveAsync(database, connection, [.. words.Select(w => w.Id)]);
            await database.Dialect.InsertWordsAsync(connection, words, cancellation);
        }
    }

    /// <summary>Puts the words of products as they are in the table.</summary>
    public static async Task PutAgainAsync(
        Database database, DbConnection connection, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        object list = database.Dialect.List(ids);
        var catalogs = (await connection.QueryAsync<(long Id, int Catalog)>(
            $"select id, catalog_id from product where {database.Dialect.In("id", "@list")}", new { list }))
            .ToDictionary(p => p.Id, p => p.Catalog);
        var rows = await connection.QueryAsync<ProductRow>(
            $"{ProductRow.Select} where {database.Dialect.In("p.id", "@list")}", new { list });
        await PutAsync(database, connection,
            [.. rows.Select(row => ProductWords.Of(row.Id, catalogs[row.Id], row.ToProduct()))], cancellation);
    }

    public static Task<int> RemoveAsync(Database database, DbConnection connection, IReadOnlyCollection<long> ids) =>
        connection.ExecuteAsync(
            $"delete from product_words where {database.Dialect.In(database.Dialect.WordsKey, "@list")}",
            new { list = database.Dialect.List(ids) });
}
