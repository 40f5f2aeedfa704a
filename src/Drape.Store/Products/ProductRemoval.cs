using System.Data.Common;
using Dapper;
using Drape.Store.Items;
using Drape.Store.Words;

namespace Drape.Store.Products;

/// <summary>Deletes products with all that hangs on them.</summary>
static class ProductRemoval
{
    const int Chunk = 500;

    /// <summary>Deletes the products that a condition is true of.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> RunAsync(
        Database database, DbConnection connection, string which, object values, CancellationToken cancellation)
    {
        long[] ids = [.. await connection.QueryAsync<long>(
            $"select id from product where {which} order by key {database.Dialect.ForUpdate}", values)];
        foreach (long[] chunk in ids.Chunk(Chunk))
        {
            cancellation.ThrowIfCancellationRequested();
            object those = database.Dialect.List(chunk);
            await ItemTable.RemoveAsync(database, connection, chunk);
            await WordTable.RemoveAsync(database, connection, chunk);
            await connection.ExecuteAsync($"delete from product where {database.Dialect.In("id", "@those")}", new { those });
        }

        return ids.Length;
    }
}
