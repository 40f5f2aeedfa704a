using System.Data.Common;
using Dapper;
using Drape.Store.Blobs;
using Drape.Store.Items;
using Drape.Store.Words;

namespace Drape.Store.Products;

/// <summary>The products of the catalogs. Thread-safe.</summary>
public sealed class ProductStore(Database database)
{
    const int Chunk = 500;
    const string NoCatalog = "There is no such catalog, or no longer.";
    const int MostPerPage = 1000;
    const int MostFound = 100_000;
    const int MostWords = 32;

    /// <summary>A condition: products of <c>@catalog</c> with one of the keys <c>@those</c>.</summary>
    string Keys => $"catalog_id = @catalog and {database.Dialect.In("key", "@those")}";

    /// <summary>Inserts products, and updates those that are there and differ; a retired one is there again.</summary>
    /// <param name="catalog">The catalog's number.</param>
    /// <param name="products">The products; of two with the same key the later one counts.</param>
    /// <param name="cancellation">Stops it; then nothing was changed.</param>
    /// <returns>What became of each, one for each key, in order of the keys.</returns>
    /// <exception cref="StoreException">There is no such catalog, or the database cannot be written.</exception>
    public Task<IReadOnlyList<Upserted>> UpsertAsync(
        int catalog, IReadOnlyList<NewProduct> products, CancellationToken cancellation = default) =>
        UpsertAsync(catalog, products, mark: 0, cancellation);

    /// <summary>The same within an import.</summary>
    /// <param name="catalog">The catalog's number.</param>
    /// <param name="products">The products; of two with the same key the later one counts.</param>
    /// <param name="mark">The import, from <see cref="BeginImportAsync"/>.</param>
    /// <param name="cancellation">Stops it; then nothing was changed.</param>
    /// <inheritdoc cref="UpsertAsync(int, IReadOnlyList{NewProduct}, CancellationToken)"/>
    public Task<IReadOnlyList<Upserted>> UpsertAsync(
        int catalog, IReadOnlyList<NewProduct> products, int mark, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(products);
        if (products.FirstOrDefault(p => p.Embedding.Length > 0 && p.Network.Length == 0) is { } nameless)
        {
            throw new ArgumentException($"The product {nameless.Key} has an embedding of no network.", nameof(products));
        }

        // All writers go through the keys in one order, so that two of them never wait for each other.
        ProductWrite[] writes = [.. products.GroupBy(p => p.Key, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => new ProductWrite(same.Last()))];
        return database.WriteAsync<IReadOnlyList<Upserted>>(async (connection, stop) =>
        {
            await RequireAsync(connection, catalog);
            var results = new List<Upserted>(writes.Length);
            foreach (var chunk in writes.Chunk(Chunk))
            {
                results.AddRange(await UpsertChunkAsync(connection, catalog, chunk, mark, stop));
            }

            return results;
        }, cancellation);
    }

    /// <summary>
    /// Writes products anew that were read a while ago. Where one was changed, retired or deleted meanwhile, nothing of it is
    /// written: what was made of its older state is out of date.
    /// </summary>
    /// <param name="catalog">The catalog's number.</param>
    /// <param name="products">The products as they were, each with what it is to be; the keys stay.</param>
    /// <param name="cancellation">Stops it; then nothing was changed.</param>
    /// <returns>The keys of those that were written.</returns>
    /// <exception cref="StoreException">There is no such catalog, or the database cannot be written.</exception>
    public Task<IReadOnlySet<string>> ReplaceAsync(int catalog,
        IReadOnlyList<(KnownProduct Before, NewProduct After)> products, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(products);
        ProductWrite[] writes = [.. products.OrderBy(p => p.After.Key, StringComparer.Ordinal).Select(p => new ProductWrite(p.After))];
        var versions = products.ToDictionary(p => p.After.Key, p => (p.Before.Id, p.Before.Version), StringComparer.Ordinal);
        return database.WriteAsync<IReadOnlySet<string>>(async (connection, stop) =>
        {
            await RequireAsync(connection, catalog);
            var written = new HashSet<string>(StringComparer.Ordinal);
            foreach (var chunk in writes.Chunk(Chunk))
            {
                var now = (await connection.QueryAsync<(string Key, long Id, int Version)>(
                    $"select key, id, version from product where {Keys} and not retired order by key {database.Dialect.ForUpdate}",
                    new { catalog, those = database.Dialect.List([.. chunk.Select(w => w.Product.Key)]) }))
                    .ToDictionary(p => p.Key, p => (p.Id, p.Version), StringComparer.Ordinal);
                ProductWrite[] same = [.. chunk.Where(w =>
                    now.TryGetValue(w.Product.Key, out var version) && version == versions[w.Product.Key])];
                if (same.Length > 0)
                {
                    var results = await UpsertChunkAsync(connection, catalog, same, mark: 0, stop);
                    // What is as it was may still be found by other words than when it was written.
                    await WordTable.PutAgainAsync(database, connection,
                        [.. results.Where(r => r.Outcome == UpsertOutcome.Unchanged).Select(r => r.Id)], stop);
                    written.UnionWith(same.Select(w => w.Product.Key));
                }
            }

            return written;
        }, cancellation);
    }

    /// <summary>The product of a key; null if there is none.</summary>
    public Task<Product?> GetAsync(int catalog, string key, CancellationToken cancellation = default) =>
        database.ReadAsync(async (connection, _) => (await connection.QuerySingleOrDefaultAsync<ProductRow>(
            $"{ProductRow.Select} where p.catalog_id = @catalog and p.key = @key", new { catalog, key }))?.ToProduct(),
            cancellation);

    /// <summary>The products of these numbers, as far as they are there, in their order.</summary>
    public Task<IReadOnlyList<Product>> GetAsync(IReadOnlyList<long> ids, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<Product>>(async (connection, _) =>
        {
            var found = new Dictionary<long, Product>();
            foreach (long[] chunk in ids.Chunk(Chunk))
            {
                var rows = await connection.QueryAsync<ProductRow>(
                    $"{ProductRow.Select} where {database.Dialect.In("p.id", "@those")}",
                    new { those = database.Dialect.List(chunk) });
                foreach (var row in rows)
                {
                    found[row.Id] = row.ToProduct();
                }
            }

            return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
        }, cancellation);

    /// <summary>The products of these keys with their embeddings, as far as they are there, retired ones included.</summary>
    /// <param name="catalog">The catalog's number.</param>
    /// <param name="keys">The shop's identities of them.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IReadOnlyDictionary<string, KnownProduct>> KnownAsync(
        int catalog, IReadOnlyList<string> keys, CancellationToken cancellation = default) =>
        KnownProduct.ReadAsync(database, catalog, keys, cancellation);

    /// <summary>A page of a catalog's products, by key.</summary>
    /// <param name="catalog">The catalog's number.</param>
    /// <param name="after">The last key of the page before; null for the first page.</param>
    /// <param name="limit">How many, 1 to 1000.</param>
    /// <param name="retired">Only retired ones, or only others; null for all.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IReadOnlyList<Product>> ListAsync(
        int catalog, string? after, int limit, bool? retired = false, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostPerPage);
        string which = retired switch
        {
            null => "",
            true => "and p.retired",
            false => "and not p.retired",
        };
        return database.ReadAsync<IReadOnlyList<Product>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<ProductRow>($"""
                {ProductRow.Select} where p.catalog_id = @catalog and p.key > @after {which} order by p.key limit @limit
                """, new { catalog, after = after ?? "", limit })).Select(r => r.ToProduct()),
        ], cancellation);
    }

    /// <summary>
    /// Finds products by words in their name, category, type, colour, pattern and gender. All words must be there; of one
    /// with three letters or more its beginning is enough, of one in Korean, Chinese or Japanese any part.
    /// </summary>
    /// <param name="catalogs">The catalogs' numbers; null for all.</param>
    /// <param name="words">The words.</param>
    /// <param name="limit">How many at most, 1 to 100,000.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The best first, of equally good ones the older; none where there is no word.</returns>
    public Task<IReadOnlyList<FoundProduct>> FindAsync(
        IReadOnlyCollection<int>? catalogs, string words, int limit, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostFound);
        AskedWord[] asked = [.. SearchTerms.Asked(words).Take(MostWords)];
        if (asked.Length == 0 || catalogs is { Count: 0 })
        {
            return Task.FromResult<IReadOnlyList<FoundProduct>>([]);
        }

        string query = database.Dialect.Query(asked, catalogs?.Select(ProductWords.CatalogTerm).ToArray());
        string key = database.Dialect.WordsKey;
        int count = SearchTerms.Count(words);
        return database.ReadAsync<IReadOnlyList<FoundProduct>>(async (connection, stop) =>
        [
            .. (await connection.QueryAsync<(long Id, int Length)>(new CommandDefinition($"""
                select {key}, length from product_words where {database.Dialect.Matches} order by length, {key} limit @limit
                """, new { query, limit }, cancellationToken: stop)))
                .Select(r => new FoundProduct(r.Id, (1 + (Math.Min(count, r.Length) / (float)r.Length)) / 2)),
        ], cancellation);
    }

    /// <summary>Whether a picture is that of a product, retired ones included.</summary>
    public Task<bool> HasPictureAsync(BlobKey picture, CancellationToken cancellation = default) =>
        database.ReadAsync(async (connection, _) => await connection.QueryFirstOrDefaultAsync<int?>(
            "select 1 from product where picture = @key limit 1", new { key = picture.ToString() }) is not null, cancellation);

    /// <summary>Begins an import: what it meets is marked, so that what it did not meet can be retired.</summary>
    /// <param name="catalog">The catalog's number.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The import's mark. An import that was interrupted goes on with the same.</returns>
    /// <exception cref="StoreException">There is no such catalog.</exception>
    public Task<int> BeginImportAsync(int catalog, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) => await connection.QuerySingleOrDefaultAsync<int?>(
            "update catalog set imports = imports + 1 where id = @catalog returning imports", new { catalog })
            ?? throw new StoreException(NoCatalog), cancellation);

    /// <summary>Notes that an import met products that it has no need to put again.</summary>
    /// <param name="catalog">The catalog's number.</param>
    /// <param name="keys">Their keys; those that are not there are passed over.</param>
    /// <param name="mark">The import, from <see cref="BeginImportAsync"/>.</param>
    /// <param name="cancellation">Stops it; then nothing was noted.</param>
    public Task SeenAsync(int catalog, IReadOnlyList<string> keys, int mark, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, stop) =>
        {
            foreach (string[] chunk in keys.Order(StringComparer.Ordinal).Chunk(Chunk))
            {
                stop.ThrowIfCancellationRequested();
                await MarkAsync(connection, catalog, chunk, mark);
            }
        }, cancellation);

    /// <summary>Retires products: they are kept, and no search finds them.</summary>
    /// <returns>How many there were that had not been retired.</returns>
    public Task<int> RetireAsync(int catalog, IReadOnlyList<string> keys, CancellationToken cancellation = default) =>
        SetRetiredAsync(catalog, keys, true, cancellation);

    /// <summary>Takes retired products back.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> RestoreAsync(int catalog, IReadOnlyList<string> keys, CancellationToken cancellation = default) =>
        SetRetiredAsync(catalog, keys, false, cancellation);

    /// <summary>Retires the products that an import, now at its end, did not meet.</summary>
    /// <param name="catalog">The catalog's number.</param>
    /// <param name="mark">The import, from <see cref="BeginImportAsync"/>.</param>
    /// <param name="cancellation">Stops it; then nothing was retired.</param>
    /// <returns>How many.</returns>
    public Task<int> RetireUnseenAsync(int catalog, int mark, CancellationToken cancellation = default) =>
        database.WriteAsync((connection, stop) => SetRetiredAsync(
            connection, "catalog_id = @catalog and seen < @mark", new { catalog, mark }, true, stop), cancellation);

    /// <summary>Deletes products; their pictures stay.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> DeleteAsync(int catalog, IReadOnlyList<string> keys, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, stop) =>
        {
            int count = 0;
            foreach (string[] chunk in keys.Order(StringComparer.Ordinal).Chunk(Chunk))
            {
                count += await ProductRemoval.RunAsync(database, connection,
                    Keys, new { catalog, those = database.Dialect.List(chunk) }, stop);
            }

            return count;
        }, cancellation);

    Task<int> SetRetiredAsync(int catalog, IReadOnlyList<string> keys, bool retired, CancellationToken cancellation) =>
        database.WriteAsync(async (connection, stop) =>
        {
            int count = 0;
            foreach (string[] chunk in keys.Order(StringComparer.Ordinal).Chunk(Chunk))
            {
                count += await SetRetiredAsync(connection,
                    Keys, new { catalog, those = database.Dialect.List(chunk) }, retired, stop);
            }

            return count;
        }, cancellation);

    async Task<int> SetRetiredAsync(
        DbConnection connection, string which, object values, bool retired, CancellationToken cancellation)
    {
        var parameters = new DynamicParameters(values);
        parameters.Add("retired", retired);
        parameters.Add("now", database.Now);
        long[] ids = [.. await connection.QueryAsync<long>(new CommandDefinition($"""
            update product set retired = @retired, changed_at = @now, version = version + 1
            where {which} and retired <> @retired returning id
            """, parameters, commandTimeout: 0, cancellationToken: cancellation))];
        await ItemTable.SetRetiredAsync(database, connection, ids, retired, cancellation);
        foreach (long[] chunk in ids.Chunk(Chunk))
        {
            await (retired ? WordTable.RemoveAsync(database, connection, chunk)
                : WordTable.PutAgainAsync(database, connection, chunk, cancellation));
        }

        return ids.Length;
    }

    async Task RequireAsync(DbConnection connection, int catalog)
    {
        if (await connection.QuerySingleOrDefaultAsync<int?>(
            $"select id from catalog where id = @catalog {database.Dialect.ForKeyShare}", new { catalog }) is null)
        {
            throw new StoreException(NoCatalog);
        }
    }

    async Task<IEnumerable<Upserted>> UpsertChunkAsync(
        DbConnection connection, int catalog, ProductWrite[] chunk, int mark, CancellationToken cancellation)
    {
        var changed = (await database.Dialect.InsertAsync(
            connection, "product", ProductWrite.Columns(catalog, mark, database.Now), chunk, ProductWrite.OnConflict,
            row => new Upserted(row.GetString(1), row.GetInt64(0),
                row.GetInt32(2) == 1 ? UpsertOutcome.Inserted : UpsertOutcome.Updated), cancellation))
            .ToDictionary(u => u.Key, StringComparer.Ordinal);

        ItemWrite[] items = [.. chunk.Where(w => changed.ContainsKey(w.Product.Key))
            .Select(w => new ItemWrite(changed[w.Product.Key].Id, catalog, w.Product))];
        await ItemTable.PutAsync(database, connection, items, cancellation);
        await WordTable.PutAsync(database, connection,
            [.. items.Select(i => ProductWords.Of(i.Id, catalog, i.Product))], cancellation);

        string[] keys = [.. chunk.Select(w => w.Product.Key).Where(k => !changed.ContainsKey(k))];
        foreach (var unchanged in await UnchangedAsync(connection, catalog, keys, mark))
        {
            changed.Add(unchanged.Key, unchanged);
        }

        return chunk.Select(w => changed[w.Product.Key]);
    }

    /// <summary>The numbers of those that are unchanged; an import notes that it met them.</summary>
    async Task<IReadOnlyList<Upserted>> UnchangedAsync(DbConnection connection, int catalog, string[] keys, int mark)
    {
        if (keys.Length == 0)
        {
            return [];
        }

        if (mark > 0)
        {
            await MarkAsync(connection, catalog, keys, mark);
        }

        var rows = await connection.QueryAsync<(string Key, long Id)>(
            $"select key, id from product where {Keys}",
            new { catalog, those = database.Dialect.List(keys) });
        return [.. rows.Select(r => new Upserted(r.Key, r.Id, UpsertOutcome.Unchanged))];
    }

    Task<int> MarkAsync(DbConnection connection, int catalog, string[] keys, int mark) => connection.ExecuteAsync($"""
        update product set seen = @mark
        where {Keys} and seen < @mark
        """, new { catalog, those = database.Dialect.List(keys), mark });
}
