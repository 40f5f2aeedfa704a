using System.Data.Common;
using Dapper;

namespace Drape.Store.Items;

/// <summary>Writes the table item, within the transaction that changes the products.</summary>
static class ItemTable
{
    const int Chunk = 500;

    static readonly string OnConflict = "on conflict (product_id) do update set " + string.Join(", ",
        ItemWrite.Columns(0).Skip(1).Select(c => $"{c.Name} = excluded.{c.Name}"));

    /// <summary>Puts what products that changed are now.</summary>
    public static async Task PutAsync(
        Database database, DbConnection connection, IReadOnlyList<ItemWrite> items, CancellationToken cancellation)
    {
        long[] bare = [.. items.Where(i => i.Product.Embedding.Length == 0).Select(i => i.Id)];
        if (bare.Length > 0)
        {
            await RemoveAsync(database, connection, bare);
        }

        if (bare.Length == items.Count)
        {
            return;
        }

        ItemWrite[] seen = [.. items.Where(i => i.Product.Embedding.Length > 0)];
        object ids = database.Dialect.List([.. seen.Select(i => i.Id)]);
        await connection.ExecuteAsync(
            $"delete from item_removed where {database.Dialect.In("product_id", "@ids")}", new { ids });
        long change = await NextChangeAsync(database, connection);
        await database.Dialect.InsertAsync<ItemWrite, bool>(
            connection, "item", ItemWrite.Columns(change), seen, OnConflict, null, cancellation);
    }

    public static async Task SetRetiredAsync(
        Database database, DbConnection connection, IReadOnlyList<long> ids, bool retired, CancellationToken cancellation)
    {
        foreach (long[] chunk in ids.Chunk(Chunk))
        {
            cancellation.ThrowIfCancellationRequested();
            long change = await NextChangeAsync(database, connection);
            await connection.ExecuteAsync($"""
                update item set retired = @retired, change = @change where {database.Dialect.In("product_id", "@chunk")}
                """, new { chunk = database.Dialect.List(chunk), retired, change });
        }
    }

    /// <summary>Takes items out and leaves word of it for those who have them in an index.</summary>
    /// <param name="database">The database.</param>
    /// <param name="connection">A connection with a transaction.</param>
    /// <param name="ids">The products' numbers, some hundred at most.</param>
    public static async Task RemoveAsync(Database database, DbConnection connection, long[] ids)
    {
        string those = database.Dialect.In("product_id", "@list");
        object list = database.Dialect.List(ids);
        long change = await NextChangeAsync(database, connection);
        await connection.ExecuteAsync($"""
            insert into item_removed (product_id, change) select product_id, @change from item where {those}
            """, new { list, change });
        await connection.ExecuteAsync($"delete from item where {those}", new { list });
    }

    static Task<long> NextChangeAsync(Database database, DbConnection connection) =>
        connection.ExecuteScalarAsync<long>(database.Dialect.NextChange);
}
