using Dapper;
using Drape.Store.Catalogs;
using Drape.Store.Items;
using Drape.Store.Products;
using Drape.Store.Tests.Products;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Databases;

public abstract class ConcurrencyTests(TestDatabase place) : StoreTests(place)
{
    const int Writers = 8;
    const int Keys = 60;

    private protected int _shop;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _shop = (await new CatalogStore(Database).CreateAsync("shop")).Id;
    }

    [StoreFact]
    public async Task Writers_of_the_same_products_leave_each_of_them_whole()
    {
        await WriteFromTwoProcessesAsync(async (products, random) =>
        {
            NewProduct[] some = [.. Enumerable.Range(0, 30).Select(_ => random.Next(Keys)).Distinct()
                .Select(k => Shop.Product($"{k:000}", price: random.Next(1000)))];
            await products.UpsertAsync(_shop, some);
        });

        var kept = await new ProductStore(Database).ListAsync(_shop, null, 1000);
        var batch = Assert.Single(await new ItemStore(Database).StreamAsync(Shop.Network).ToListAsync());
        Assert.Equal(Keys, kept.Count);
        Assert.Equal(
            kept.ToDictionary(p => p.Id, p => p.Price),
            batch.Ids.ToArray().Zip(batch.Facets.ToArray()).ToDictionary(i => i.First, i => i.Second.Price));
        Assert.Equal(Keys, (await new ProductStore(Database).FindAsync(null, "shirt", 1000)).Count);
    }

    [StoreFact]
    public async Task A_new_product_is_reported_as_inserted_to_one_writer_only()
    {
        var outcomes = new System.Collections.Concurrent.ConcurrentBag<Upserted>();

        await WriteFromTwoProcessesAsync(async (products, random) =>
        {
            foreach (var outcome in await products.UpsertAsync(_shop, Shop.Products(Keys)))
            {
                outcomes.Add(outcome);
            }
        });

        Assert.Equal(Keys, outcomes.Count(o => o.Outcome == UpsertOutcome.Inserted));
    }

    [StoreFact]
    public async Task A_reader_of_changes_misses_none_while_writers_write()
    {
        var items = new ItemStore(Database);
        var index = new HashSet<long>();
        var mark = await items.MarkAsync();
        async Task FollowAsync()
        {
            var changes = await items.ChangesAsync(Shop.Network, mark);
            index.ExceptWith(changes.Removed);
            index.UnionWith(changes.Changed);
            mark = changes.Next;
        }

        var writing = WriteFromTwoProcessesAsync(async (products, random) =>
        {
            // Transactions of many sizes end in another order than they begin.
            int start = random.Next(100_000);
            await products.UpsertAsync(_shop, Shop.Products(random.Next(1, 80), prefix: $"{start}-"));
            await products.RetireAsync(_shop, [$"{start}-000000"]);
        });
        while (!writing.IsCompleted)
        {
            await FollowAsync();
        }

        await writing;
        await FollowAsync();

        long[] all = [.. (await items.StreamAsync(Shop.Network).ToListAsync()).SelectMany(b => b.Ids.ToArray())];
        Assert.Equal(all, index.Order());
    }

    [StoreFact]
    public async Task Imports_of_one_catalog_get_marks_of_their_own()
    {
        var marks = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ =>
            Task.Run(() => new ProductStore(Database).BeginImportAsync(_shop))));

        Assert.Equal(Enumerable.Range(1, Writers), marks.Order());
    }

    async Task WriteFromTwoProcessesAsync(Func<ProductStore, Random, Task> write)
    {
        ProductStore[] processes = [new(Database), new(await Place.OpenAsync())];
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(async () =>
        {
            var random = new Random(w);
            for (int i = 0; i < 6; i++)
            {
                await write(processes[w % 2], random);
            }
        })));
    }

    public sealed class OnSqlite() : ConcurrencyTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : ConcurrencyTests(new PostgresTestDatabase())
    {
        [StoreFact]
        public async Task A_change_that_is_committed_late_is_not_passed_over()
        {
            var items = new ItemStore(Database);
            var ids = (await new ProductStore(Database).UpsertAsync(_shop, Shop.Products(2))).Select(u => u.Id).ToArray();
            var mark = await items.MarkAsync();
            var begun = new TaskCompletionSource();
            var mayEnd = new TaskCompletionSource();
            var late = ChangeAsync(ids[0], async () =>
            {
                begun.SetResult();
                await mayEnd.Task;
            });
            await begun.Task;
            await ChangeAsync(ids[1], () => Task.CompletedTask);

            var first = await items.ChangesAsync(Shop.Network, mark);
            mayEnd.SetResult();
            await late;
            var second = await items.ChangesAsync(Shop.Network, first.Next);

            Assert.Equal([ids[1]], first.Changed);
            Assert.Equal([ids[0]], second.Changed);
        }

        Task ChangeAsync(long id, Func<Task> before) => Database.WriteAsync(async (connection, _) =>
        {
            long change = await connection.ExecuteScalarAsync<long>(Database.Dialect.NextChange);
            await connection.ExecuteAsync("update item set change = @change where product_id = @id", new { id, change });
            await before();
        });
    }
}
