using Dapper;
using Drape.Store.Migrations;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Migrations;

public abstract class MigratorTests(TestDatabase place) : StoreTests(place)
{
    int Shipped => Migration.Shipped(Database.Dialect)[^1].Number;

    // What is shipped, and two that may come: each fails where it runs twice, or before the one before it.
    Migration[] Future =>
    [
        .. Migration.Shipped(Database.Dialect),
        new(Shipped + 1, "one", "create table one (id integer)"),
        new(Shipped + 2, "two", "alter table one add column two integer"),
    ];

    [StoreFact]
    public void Shipped_migrations_are_numbered_upwards_from_1()
    {
        int[] numbers = [.. Migration.Shipped(Database.Dialect).Select(m => m.Number)];

        Assert.Equal(1, numbers[0]);
        Assert.Equal(numbers.Distinct().Order(), numbers);
    }

    [StoreFact]
    public async Task What_was_left_out_so_far_runs_later_and_once()
    {
        await Migrator.MigrateAsync(Database, [.. Future[..^2], new(Shipped + 3, "three", "create table three (id integer)")], default);

        Migration[] all = [.. Future, new(Shipped + 3, "three", "create table three (id integer)")];
        await Migrator.MigrateAsync(Database, all, default);
        await Migrator.MigrateAsync(Database, all, default);

        Assert.Equal(all.Select(m => (m.Number, m.Name)), await DoneAsync());
    }

    [StoreFact]
    public async Task A_database_that_is_up_to_date_is_left_alone()
    {
        await Migrator.MigrateAsync(Database, Future, default);
        await Migrator.MigrateAsync(Database, Future, default);

        Assert.Equal(Future.Select(m => (m.Number, m.Name)), await DoneAsync());
    }

    [StoreFact]
    public async Task From_every_older_version_only_what_is_missing_runs()
    {
        for (int version = Future.Length - 2; version <= Future.Length; version++)
        {
            await Migrator.MigrateAsync(Database, Future[..version], default);

            Assert.Equal(Future[..version].Select(m => (m.Number, m.Name)), await DoneAsync());
        }
    }

    [StoreFact]
    public async Task A_migration_that_fails_takes_those_before_it_back()
    {
        Migration[] broken = [.. Future, new(Shipped + 3, "broken", "create table one (id integer)")];

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Migrator.MigrateAsync(Database, broken, default));

        Assert.Equal(Future.Length - 2, (await DoneAsync()).Count());
    }

    [StoreFact]
    public async Task A_newer_schema_is_a_sentence()
    {
        await Migrator.MigrateAsync(Database, Future, default);

        var refused = await Assert.ThrowsAsync<StoreException>(() =>
            Migrator.MigrateAsync(Database, Future[..^1], default));

        Assert.Equal($"{Database.Place} was written by a newer Drape (its schema is {Shipped + 2}, this Drape knows "
            + $"{Shipped + 1}): update Drape, or use another database.", refused.Message);
    }

    Task<IEnumerable<(int, string)>> DoneAsync() => Database.ReadAsync((connection, _) =>
        connection.QueryAsync<(int, string)>("select number, name from migration order by number"));

    public sealed class OnSqlite() : MigratorTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : MigratorTests(new PostgresTestDatabase());
}
