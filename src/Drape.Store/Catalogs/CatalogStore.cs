using Dapper;
using Drape.Store.Products;

namespace Drape.Store.Catalogs;

/// <summary>The catalogs. Thread-safe.</summary>
public sealed class CatalogStore(Database database)
{
    const string Select = "select id as Id, name as Name, created_at as CreatedAt from catalog";

    /// <summary>Makes a catalog.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StoreException">The name is not right, or taken.</exception>
    public async Task<Catalog> CreateAsync(string name, CancellationToken cancellation = default) =>
        await InsertAsync(name, cancellation) ?? throw new StoreException($"There is a catalog {name} already.");

    /// <summary>The catalog of a name, made if there is none.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public async Task<Catalog> FindOrCreateAsync(string name, CancellationToken cancellation = default) =>
        await FindAsync(name, cancellation) ?? await InsertAsync(name, cancellation)
            ?? await FindAsync(name, cancellation)
            ?? throw new StoreException($"The catalog {name} was deleted at this moment: try again.");

    /// <summary>The catalog of a name; null if there is none.</summary>
    public Task<Catalog?> FindAsync(string name, CancellationToken cancellation = default) =>
        database.ReadAsync(async (connection, _) =>
            (await connection.QuerySingleOrDefaultAsync<Row>($"{Select} where name = @name", new { name }))?.ToCatalog(),
            cancellation);

    /// <summary>The numbers of all catalogs by their names; nothing is counted, so it costs the same however large they are.</summary>
    public Task<IReadOnlyDictionary<string, int>> NumbersAsync(CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyDictionary<string, int>>(async (connection, _) =>
            (await connection.QueryAsync<(string Name, int Id)>("select name, id from catalog"))
                .ToDictionary(c => c.Name, c => c.Id, StringComparer.Ordinal), cancellation);

    /// <summary>All catalogs, by name, with their products counted.</summary>
    public Task<IReadOnlyList<Catalog>> ListAsync(CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<Catalog>>(async (connection, _) =>
            [.. (await connection.QueryAsync<Row>($"{Select} order by name")).Select(r => r.ToCatalog())], cancellation);

    /// <summary>Counts what is in a catalog.</summary>
    /// <param name="catalog">Its number; of one that is not there all counts are 0.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<CatalogCounts> CountAsync(int catalog, CancellationToken cancellation = default) =>
        database.ReadAsync(async (connection, _) =>
        {
            var (products, retired) = await connection.QuerySingleAsync<(long, long)>("""
                select coalesce(sum(case when retired then 0 else 1 end), 0),
                       coalesce(sum(case when retired then 1 else 0 end), 0)
                from product where catalog_id = @catalog
                """, new { catalog });
            return new CatalogCounts(products, retired);
        }, cancellation);

    /// <summary>When a product of a catalog was last added or changed, in UTC; null if there is none.</summary>
    public Task<DateTimeOffset?> ChangedAtAsync(int catalog, CancellationToken cancellation = default) =>
        database.ReadAsync((connection, _) => connection.QuerySingleAsync<DateTimeOffset?>(
            "select max(changed_at) from product where catalog_id = @catalog", new { catalog }), cancellation);

    /// <summary>
    /// Products of a catalog that were read before networks told kinds: they count half-way in a search until they are
    /// read again.
    /// </summary>
    public Task<long> WithoutKindsAsync(int catalog, CancellationToken cancellation = default) =>
        database.ReadAsync((connection, _) => connection.ExecuteScalarAsync<long>(
            "select count(*) from item where catalog_id = @catalog and retired = @no and kinds is null",
            new { catalog, no = false }), cancellation);

    /// <summary>Deletes a catalog with all its products; their pictures stay.</summary>
    /// <returns>Whether there was one.</returns>
    public Task<bool> DeleteAsync(string name, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, stop) =>
        {
            int? id = await connection.QuerySingleOrDefaultAsync<int?>(
                $"select id from catalog where name = @name {database.Dialect.ForUpdate}", new { name });
            if (id is null)
            {
                return false;
            }

            await ProductRemoval.RunAsync(database, connection, "catalog_id = @id", new { id }, stop);
            await connection.ExecuteAsync("delete from catalog where id = @id", new { id });
            return true;
        }, cancellation);

    Task<Catalog?> InsertAsync(string name, CancellationToken cancellation)
    {
        CatalogName.Check(name);
        return database.WriteAsync(async (connection, _) =>
        {
            var now = database.Now;
            int id = await connection.QuerySingleOrDefaultAsync<int>("""
                insert into catalog (name, created_at) values (@name, @now) on conflict (name) do nothing returning id
                """, new { name, now });
            return id == 0 ? null : new Catalog(id, name, now);
        }, cancellation);
    }

    sealed class Row
    {
        public int Id { get; init; }

        public string Name { get; init; } = "";

        public DateTimeOffset CreatedAt { get; init; }

        public Catalog ToCatalog() => new(Id, Name, CreatedAt);
    }
}
