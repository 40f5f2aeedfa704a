using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;

namespace Drape.Store.Near;

/// <summary>
/// The table near, which pgvector's index lies over. It is there once a process chose that index; from then on every writer
/// keeps it, in the transaction that changes the items.
/// </summary>
static class NearTable
{
    /// <summary>The table; a row goes with its item.</summary>
    public const string Create = """
        create table if not exists near (
            product_id bigint primary key references item (product_id) on delete cascade,
            catalog_id integer not null,
            type text,
            colour text,
            pattern text,
            gender text,
            price numeric(16, 4),
            retired boolean not null,
            network text not null,
            embedding halfvec not null,
            change bigint not null
        )
        """;

    const string Put = """
        insert into near (product_id, catalog_id, type, colour, pattern, gender, price, retired, network, embedding, change)
        select product_id, catalog_id, type, colour, pattern, gender, price, retired, network, vector::halfvec, change
        from unnest(@ids, @vectors) as given (id, vector) join item on product_id = id
        on conflict (product_id) do update set
            catalog_id = excluded.catalog_id, type = excluded.type, colour = excluded.colour, pattern = excluded.pattern,
            gender = excluded.gender, price = excluded.price, retired = excluded.retired, network = excluded.network,
            embedding = excluded.embedding, change = excluded.change
        """;

    /// <summary>Whether it is there.</summary>
    public static async Task<bool> IsKeptAsync(Database database, DbConnection connection) =>
        database is Databases.PostgresDatabase
        && await connection.ExecuteScalarAsync<bool>(database.Dialect.HasTable, new { table = "near" });

    /// <summary>Puts the items of products, which are in the table item already, with their embeddings.</summary>
    public static Task<int> PutAsync(
        DbConnection connection, IReadOnlyList<(long Id, Half[] Embedding)> items, CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition(Put, new
        {
            ids = items.Select(i => i.Id).ToArray(),
            vectors = items.Select(i => Text(i.Embedding)).ToArray(),
        }, commandTimeout: 0, cancellationToken: cancellation));

    /// <summary>Follows the table item where products were retired or taken back.</summary>
    public static Task<int> SetRetiredAsync(DbConnection connection, long[] ids) => connection.ExecuteAsync("""
        update near set retired = item.retired, change = item.change
        from item where item.product_id = near.product_id and near.product_id = any(@ids)
        """, new { ids });

    static string Text(ReadOnlySpan<Half> vector)
    {
        var text = new StringBuilder("[", vector.Length * 10);
        foreach (var value in vector)
        {
            text.Append(text.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"{(float)value}");
        }

        return text.Append(']').ToString();
    }
}
