using Drape.Store.Catalogs;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Migrations;

public abstract class FirstStartTests(TestDatabase place) : IAsyncLifetime
{
    [StoreFact]
    public async Task Processes_that_start_at_the_same_moment_all_find_an_up_to_date_database()
    {
        await place.MakeAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(async () =>
        {
            await using var database = await Database.OpenAsync(place.Settings);
            await new CatalogStore(database).CreateAsync($"shop-{i}");
        })));

        var last = await place.OpenAsync();
        Assert.Equal(6, (await new CatalogStore(last).ListAsync()).Count);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await place.DisposeAsync();

    public sealed class OnSqlite() : FirstStartTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : FirstStartTests(new PostgresTestDatabase());
}
