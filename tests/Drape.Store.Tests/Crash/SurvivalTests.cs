using Dapper;
using Drape.Store.Blobs;
using Drape.Store.Tests.Servers;
using Npgsql;
using Xunit.Abstractions;

namespace Drape.Store.Tests.Crash;

/// <summary>
/// What was acknowledged outlives the process that wrote it: a real process is killed at random moments, and what the next
/// one finds is compared with what the killed ones said.
/// </summary>
public abstract class SurvivalTests(TestDatabase place, ITestOutputHelper output) : IAsyncLifetime
{
    const int NumbersPerWriter = 1_000_000;
    const int LongestOpening = 80, LongestWrite = 30; // milliseconds
    const int OpeningsAmongKills = 6;
    const int MostWrites = 10;

    /// <summary>How often a process is killed.</summary>
    protected abstract int Kills { get; }

    protected TestDatabase Place => place;

    [StoreFact]
    public async Task Every_acknowledged_write_is_there_and_whole_after_the_process_was_killed_at_a_random_moment()
    {
        await place.MakeAsync();
        int seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var ledger = new Ledger();
        var writer = WriterProcess.Start(place.Settings, NumbersPerWriter);
        try
        {
            for (int kill = 1; kill <= Kills; kill++)
            {
                await writer.GoAsync();
                if (kill % OpeningsAmongKills == 1) // some while they open the store, the first while it is made
                {
                    await Task.Delay(random.Next(LongestOpening));
                }
                else
                {
                    await writer.WriteAsync(random.Next(MostWrites));
                    await Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * LongestWrite));
                }

                ledger.Hear(await writer.KillAsync());
                writer.Dispose();

                // The next one starts while the store is looked at, and touches nothing yet.
                writer = WriterProcess.Start(place.Settings, (kill + 1) * NumbersPerWriter);
                await WaitUntilGoneAsync();
                await using var store = await DrapeStore.OpenAsync(place.Settings, new BlobSettings());
                Assert.Empty(ledger.Compare(await Observation.OfAsync(store)));
                Assert.Null(await FaultAsync(store.Database));
                if (kill == Kills)
                {
                    Assert.Empty(await Observation.DamagedAsync(store.Blobs));
                }
            }
        }
        finally
        {
            writer.Dispose();
        }

        output.WriteLine($"{Kills} kills, {ledger.Acknowledged} writes acknowledged, {ledger.CutOff} cut off, "
            + $"{ledger.CutOffAfterCommit} of those after their commit");
        Assert.True(ledger.Acknowledged > Kills && ledger.CutOff > Kills / 2,
            "The writers wrote too little for the test to prove anything.");
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await place.DisposeAsync();

    /// <summary>Waits until nothing of a killed process can reach the database any more.</summary>
    protected virtual Task WaitUntilGoneAsync() => Task.CompletedTask;

    /// <summary>What the database finds wrong with itself; null if nothing.</summary>
    protected virtual Task<string?> FaultAsync(Database database) => Task.FromResult<string?>(null);
}

public sealed class SqliteSurvivalTests(ITestOutputHelper output) : SurvivalTests(new SqliteTestDatabase(), output)
{
    protected override int Kills => 55;

    protected override Task<string?> FaultAsync(Database database) => database.ReadAsync<string?>(async (connection, _) =>
        await connection.QuerySingleAsync<string>("pragma integrity_check") is var answer && answer != "ok" ? answer
            : (await connection.QueryAsync("pragma foreign_key_check")).Any() ? "A foreign key leads nowhere." : null);
}

[OnPostgres]
public sealed class PostgresSurvivalTests(ITestOutputHelper output) : SurvivalTests(new PostgresTestDatabase(), output)
{
    protected override int Kills => 12;

    protected override async Task WaitUntilGoneAsync()
    {
        // The server may still be at the last thing it was told: it learns only afterwards that nobody is there.
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(Place.Settings.Connection!) { Pooling = false }.ToString());
        while (await connection.QuerySingleAsync<int>("""
            select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
                and backend_type = 'client backend'
            """) > 0)
        {
            await Task.Delay(10);
        }
    }
}
