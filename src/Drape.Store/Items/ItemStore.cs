using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;

namespace Drape.Store.Items;

/// <summary>
/// The embeddings and facets of all products, for an index: to fill one, take a mark, stream everything, and from then on
/// ask what changed since the mark. What is written meanwhile may be met twice and is never missed. Thread-safe.
/// </summary>
public sealed class ItemStore(Database database)
{
    const int BatchSize = 8192;

    /// <summary>The mark of this moment.</summary>
    public Task<ChangeMark> MarkAsync(CancellationToken cancellation = default) =>
        database.ReadAsync(MarkAsync, cancellation);

    /// <summary>How many items an index of one network finds, and how many it does not find as it should.</summary>
    /// <param name="network">The network in use.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<ItemCounts> CountAsync(string network, CancellationToken cancellation = default) =>
        database.ReadAsync((connection, stop) => connection.QuerySingleAsync<ItemCounts>(new CommandDefinition("""
            select
                count(case when network = @network then 1 end) as current,
                count(case when network <> @network then 1 end) as outdated,
                count(case when network = @network and kinds is null then 1 end) as kindless
            from item where not retired
            """, new { network }, cancellationToken: stop)), cancellation);

    /// <summary>
    /// The numbers of a catalog's products to read again, retired ones left out: another network made their items, or it was
    /// not yet asked for their kinds.
    /// </summary>
    /// <param name="catalog">The catalog's number.</param>
    /// <param name="network">The network in use.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IReadOnlyList<long>> OutdatedAsync(
        int catalog, string network, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<long>>(async (connection, stop) =>
            [.. await connection.QueryAsync<long>(new CommandDefinition("""
                select product_id from item where catalog_id = @catalog and (network <> @network or kinds is null) and not retired
                order by product_id
                """, new { catalog, network }, cancellationToken: stop))], cancellation);

    /// <summary>The numbers of all of a catalog's products, retired ones left out.</summary>
    public Task<IReadOnlyList<long>> AllAsync(int catalog, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<long>>(async (connection, stop) =>
            [.. await connection.QueryAsync<long>(new CommandDefinition(
                "select product_id from item where catalog_id = @catalog and not retired order by product_id",
                new { catalog }, cancellationToken: stop))], cancellation);

    /// <summary>Reads the items that one network made, in order of their numbers; retired products are left out.</summary>
    /// <param name="network">The network, as it stands in <see cref="Products.NewProduct.Network"/>.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public async IAsyncEnumerable<ItemBatch> StreamAsync(
        string network, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        // The filter stands in the columns: as a condition it leads PostgreSQL, while it has not analyzed the table, to sort
        // all of it for each batch.
        string sql = $"select {ItemReading.Columns} from item where product_id > @after order by product_id limit {BatchSize}";
        var words = new WordPool();
        for (long after = 0; ;)
        {
            var read = await ReadAsync(sql, network, words, BatchSize, "@after", after, cancellation);
            if (read.Finish() is { Count: > 0 } batch)
            {
                yield return batch;
            }

            if (read.Rows < BatchSize)
            {
                yield break;
            }

            after = read.Last;
        }
    }

    /// <summary>Reads the items of products, as far as that network made them and they are not retired.</summary>
    /// <param name="network">The network.</param>
    /// <param name="ids">The products' numbers.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public async IAsyncEnumerable<ItemBatch> StreamAsync(
        string network, IReadOnlyList<long> ids, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        string sql = $"""
            select {ItemReading.Columns} from item where {database.Dialect.In("product_id", "@ids")} order by product_id
            """;
        var words = new WordPool();
        foreach (long[] chunk in ids.Chunk(BatchSize))
        {
            var read = await ReadAsync(sql, network, words, chunk.Length, "@ids", database.Dialect.List(chunk), cancellation);
            if (read.Finish() is { Count: > 0 } batch)
            {
                yield return batch;
            }
        }
    }

    /// <summary>What changed since a mark, as an index of one network sees it.</summary>
    /// <param name="network">The network.</param>
    /// <param name="since">The mark.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<ItemChanges> ChangesAsync(string network, ChangeMark since, CancellationToken cancellation = default) =>
        database.SnapshotAsync(async (connection, stop) =>
        {
            var next = await MarkAsync(connection, stop);
            string mark = since.ToString();
            string unseen = database.Dialect.Since("change", "@mark");
            var rows = (await connection.QueryAsync<(long Id, bool Kept)>($"""
                select product_id, case when {ItemReading.Current} then 1 else 0 end from item where {unseen}
                union all
                select product_id, 0 from item_removed where {unseen}
                """, new { network, mark })).AsList();
            return new ItemChanges(
                [.. rows.Where(r => r.Kept).Select(r => r.Id)], [.. rows.Where(r => !r.Kept).Select(r => r.Id)], next);
        }, cancellation);

    async Task<ChangeMark> MarkAsync(DbConnection connection, CancellationToken cancellation) =>
        new((await connection.ExecuteScalarAsync<string>(
            new CommandDefinition(database.Dialect.Mark, cancellationToken: cancellation)))!);

    Task<ItemReading> ReadAsync(
        string sql, string network, WordPool words, int most, string name, object value, CancellationToken cancellation) =>
        database.ReadAsync(async (connection, stop) =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            Bind(command, "@network", network);
            Bind(command, name, value);
            var batch = new ItemReading(network, most, words);
            await using var reader = await command.ExecuteReaderAsync(stop);
            var row = database.Dialect.Columns(reader);
            while (await reader.ReadAsync(stop))
            {
                batch.Add(row);
            }

            return batch;
        }, cancellation);

    static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
