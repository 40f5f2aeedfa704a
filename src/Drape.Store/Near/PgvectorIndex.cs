using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Drape.Similarity;
using Drape.Store.Databases;
using Drape.Store.Items;
using Npgsql;

namespace Drape.Store.Near;

/// <summary>
/// Searches by PostgreSQL's extension pgvector: HNSW (Malkov and Yashunin 2016) over half precision finds candidates, which
/// are then judged exactly, as the index in memory does it. Needs no memory and no time at the start. Thread-safe.
/// </summary>
public sealed class PgvectorIndex
{
    const int MostValues = 4000; // of a halfvec under HNSW
    const int MostEffort = 1000;
    const int Backfill = 500;

    // Candidates for a choice by more than likeness: as many as the index in memory takes.
    const int Spare = 208;
    const int PerResult = 4;

    readonly Database _database;
    readonly string _network;
    readonly int _values;

    PgvectorIndex(Database database, string network, int values) =>
        (_database, _network, _values) = (database, network, values);

    /// <summary>
    /// How many candidates HNSW keeps while it looks (its <c>ef_search</c>), 40 to 1000: more finds more of the truly nearest,
    /// and takes longer. It is never less than what a search needs.
    /// </summary>
    public int Effort { get; init; } = 200;

    /// <summary>Makes the index ready: the extension, the table, what is missing in it, HNSW over it.</summary>
    /// <param name="database">A database on PostgreSQL.</param>
    /// <param name="network">The network whose embeddings are searched.</param>
    /// <param name="values">How many values they have, 1 to 4000.</param>
    /// <param name="cancellation">Stops it; the next call goes on.</param>
    /// <exception cref="StoreException">It is SQLite, or the extension is missing or too old.</exception>
    public static async Task<PgvectorIndex> OpenAsync(
        Database database, string network, int values, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(values, MostValues);
        if (database is not PostgresDatabase)
        {
            throw new StoreException("Index:Kind pgvector needs PostgreSQL: give its connection string, or choose memory.");
        }

        var index = new PgvectorIndex(database, network, values);
        await index.CreateAsync(cancellation);
        await index.FillAsync(cancellation);
        await index.CreateHnswAsync(cancellation);
        return index;
    }

    /// <summary>Finds the items that score best.</summary>
    /// <param name="query">
    /// What to look for. A colour alone cannot be looked for: it chooses among what is alike or what words found.
    /// </param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="StoreException">It asks for a colour alone, or the database cannot be read.</exception>
    public async Task<IReadOnlyList<IndexHit>> SearchAsync(IndexQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Like is { } like && like.Values.Length != _values)
        {
            throw new ArgumentException($"The index holds embeddings of {_values} values and was asked for one of "
                + $"{like.Values.Length}: both have to come from the same network.", nameof(query));
        }

        if (query is { Colour: not null, Like: null, Among: null })
        {
            throw new StoreException("The index pgvector finds by likeness, words and filters: ask for one of them beside the "
                + "colour, or set Index:Kind to memory.");
        }

        bool chosen = query.Diversity > 0 || query.Colour is not null || query.Among is not null
            || query.Kinds is not null;
        int candidates = chosen ? (PerResult * query.Limit) + Spare : query.Limit;
        return await _database.SnapshotAsync(async (connection, stop) =>
        {
            var found = await CandidatesAsync(connection, query, candidates, hnsw: query.Among is null, stop);
            // HNSW gives up after a number of steps; where a filter leaves that little, looking at all of it is quick.
            if (found.Count < query.Limit && query is { Like: not null, Among: null })
            {
                found = await CandidatesAsync(connection, query, candidates, hnsw: false, stop);
            }

            var judge = new CatalogIndex(_values);
            judge.Put(found.Ids.Span, found.Vectors.Span, found.Facets.Span);
            return judge.Search(query, stop);
        }, cancellation);
    }

    /// <summary>Takes HNSW over this network's embeddings away, which nobody searches any more; the products stay.</summary>
    public Task DropAsync(CancellationToken cancellation = default) => _database.WriteAsync(async (connection, stop) =>
    {
        await connection.ExecuteAsync(_database.Dialect.LockSchema);
        await connection.ExecuteAsync(
            new CommandDefinition($"drop index if exists {Hnsw}", commandTimeout: 0, cancellationToken: stop));
    }, cancellation);

    async Task<ItemBatch> CandidatesAsync(
        DbConnection connection, IndexQuery query, int count, bool hnsw, CancellationToken cancellation)
    {
        var parameters = new Dictionary<string, object> { ["count"] = count, ["network"] = _network };
        string where = $"network = {Quoted(_network)} and {NearFilter.Condition(query, parameters)}";
        string from = "near";
        string order = "product_id";
        if (query.Like is { } like)
        {
            parameters.Add("like", like.Values.ToArray());
            // Zero added, it is no longer what HNSW is over.
            order = $"({Embedding} <=> @like::real[]::halfvec({_values})){(hnsw ? "" : " + 0")}";
            await connection.ExecuteAsync(new CommandDefinition(string.Create(CultureInfo.InvariantCulture, $"""
                set local hnsw.iterative_scan = strict_order;
                set local hnsw.ef_search = {Math.Clamp(Math.Max(Effort, count), 40, MostEffort)};
                """), cancellationToken: cancellation));
        }
        else if (query.Among is { } among)
        {
            parameters.Add("order", among.OrderByDescending(a => a.Value).ThenBy(a => a.Key).Select(a => a.Key).ToArray());
            from = "unnest(@order) with ordinality as asked (id, place) join near on product_id = id";
            order = "place";
        }

        await using var command = new NpgsqlCommand($"""
            with found as materialized (select product_id from {from} where {where} order by {order} limit @count)
            select {ItemReading.Columns} from item where product_id in (select product_id from found) order by product_id
            """, (NpgsqlConnection)connection);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var batch = new ItemReading(_network, count, new WordPool());
        var row = _database.Dialect.Columns(reader);
        while (await reader.ReadAsync(cancellation))
        {
            batch.Add(row);
        }

        return batch.Finish();
    }

    async Task CreateAsync(CancellationToken cancellation)
    {
        try
        {
            await _database.WriteAsync(async (connection, _) =>
            {
                await connection.ExecuteAsync(_database.Dialect.LockSchema);
                await connection.ExecuteAsync("create extension if not exists vector");
                string version = await connection.ExecuteScalarAsync<string>(
                    "select extversion from pg_extension where extname = 'vector'") ?? "";
                if (!Version.TryParse(version, out var known) || known < new Version(0, 8))
                {
                    throw new StoreException($"pgvector in {_database.Place} is version {version}: Drape needs 0.8 or newer; "
                        + "install it, then run 'alter extension vector update' there.");
                }

                await connection.ExecuteAsync(NearTable.Create);
                await connection.ExecuteAsync("create index if not exists near_facets on near (catalog_id, type)");
            }, cancellation);
        }
        catch (Exception e) when ((e as PostgresException ?? e.InnerException as PostgresException)?.SqlState
            is PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.UndefinedFile
                or PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new StoreException($"pgvector is not to be had in {_database.Place}: install it on the server and let an "
                + "administrator run 'create extension vector' there, or set Index:Kind to memory.", e);
        }
    }

    /// <summary>Takes in what was written while nobody kept the table.</summary>
    async Task FillAsync(CancellationToken cancellation)
    {
        while (await _database.WriteAsync(async (connection, stop) =>
        {
            var missing = (await connection.QueryAsync<(long Id, byte[] Embedding)>(new CommandDefinition($"""
                select i.product_id, i.embedding from item i left join near n on n.product_id = i.product_id
                where n.product_id is null or n.change <> i.change order by i.product_id limit {Backfill} for update of i
                """, commandTimeout: 0, cancellationToken: stop))).AsList();
            await NearTable.PutAsync(connection, [.. missing.Select(m => (m.Id, Halves(m.Embedding)))], stop);
            return missing.Count;
        }, cancellation) == Backfill)
        {
        }
    }

    Task CreateHnswAsync(CancellationToken cancellation) => _database.WriteAsync(async (connection, stop) =>
    {
        await connection.ExecuteAsync(_database.Dialect.LockSchema);
        await connection.ExecuteAsync(new CommandDefinition($"""
            create index if not exists {Hnsw} on near using hnsw (({Embedding}) halfvec_cosine_ops)
            where network = {Quoted(_network)} and not retired
            """, commandTimeout: 0, cancellationToken: stop));
    }, cancellation);

    string Hnsw => $"near_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_network)))[..16]}_{_values}";

    string Embedding => $"(embedding::halfvec({_values}))";

    static Half[] Halves(byte[] bytes) =>
        [.. System.Runtime.InteropServices.MemoryMarshal.Cast<byte, Half>(bytes)];

    static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
