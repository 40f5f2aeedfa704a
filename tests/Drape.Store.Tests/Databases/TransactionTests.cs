using Dapper;
using Drape.Store.Catalogs;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Databases;

public abstract class TransactionTests(TestDatabase place) : StoreTests(place)
{
    [StoreFact]
    public async Task A_write_that_throws_leaves_nothing()
    {
        await new CatalogStore(Database).CreateAsync("shop");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.WriteAsync(async (connection, _) =>
        {
            await connection.ExecuteAsync("update catalog set name = 'renamed'");
            throw new InvalidOperationException("in the middle");
        }));

        Assert.NotNull(await new CatalogStore(Database).FindAsync("shop"));
    }

    [StoreFact]
    public async Task A_snapshot_does_not_see_what_is_written_meanwhile()
    {
        var catalogs = new CatalogStore(Database);

        var (before, after) = await Database.SnapshotAsync(async (connection, stop) =>
        {
            int first = await connection.ExecuteScalarAsync<int>("select count(*) from catalog");
            await catalogs.CreateAsync("shop", stop);
            return (first, await connection.ExecuteScalarAsync<int>("select count(*) from catalog"));
        });

        Assert.Equal(before, after);
    }

    [StoreFact]
    public async Task What_was_written_is_read_by_another_process()
    {
        await new CatalogStore(Database).CreateAsync("shop");

        var other = await Place.OpenAsync();

        Assert.NotNull(await new CatalogStore(other).FindAsync("shop"));
    }

    [StoreFact]
    public async Task A_time_reads_back_to_the_microsecond()
    {
        var time = new DateTimeOffset(2026, 11, 21, 3, 4, 5, TimeSpan.Zero).AddTicks(1234560);

        await Database.WriteAsync((connection, _) => connection.ExecuteAsync(
            "insert into catalog (name, created_at) values ('shop', @time)", new { time }));

        Assert.Equal(time, (await new CatalogStore(Database).FindAsync("shop"))!.CreatedAt);
    }

    public sealed class OnSqlite() : TransactionTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : TransactionTests(new PostgresTestDatabase());
}
