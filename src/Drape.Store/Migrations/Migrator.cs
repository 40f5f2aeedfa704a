using System.Data.Common;
using Dapper;

namespace Drape.Store.Migrations;

/// <summary>Brings a database up to date: each migration runs once, in order, and all or none of them.</summary>
static class Migrator
{
    const string Table = "create table if not exists migration (number integer primary key, name text not null)";

    /// <summary>
    /// Runs what is missing, by number: also what has a lower one than the last that ran, where two branches of the
    /// program came together. Processes that start at the same moment wait for the first.
    /// </summary>
    /// <exception cref="StoreException">A newer Drape has been here.</exception>
    public static async Task MigrateAsync(
        Database database, IReadOnlyList<Migration> migrations, CancellationToken cancellation)
    {
        // Looking first spares every later start the lock.
        var known = migrations.Select(migration => migration.Number).ToHashSet();
        if (known.SetEquals(await database.ReadAsync((c, _) => DoneAsync(database, c), cancellation)))
        {
            return;
        }

        await database.WriteAsync(async (connection, stop) =>
        {
            await connection.ExecuteAsync(database.Dialect.LockSchema);
            await connection.ExecuteAsync(Table);
            var done = await DoneAsync(database, connection);
            if (done.Except(known).Order().LastOrDefault() is > 0 and var version)
            {
                throw new StoreException($"{database.Place} was written by a newer Drape (its schema is {version}, "
                    + $"this Drape knows {known.Max()}): update Drape, or use another database.");
            }

            foreach (var migration in migrations.Where(migration => !done.Contains(migration.Number)))
            {
                await connection.ExecuteAsync(new CommandDefinition(migration.Sql, cancellationToken: stop));
                await connection.ExecuteAsync(
                    "insert into migration (number, name) values (@Number, @Name)", new { migration.Number, migration.Name });
            }
        }, cancellation);
    }

    static async Task<HashSet<int>> DoneAsync(Database database, DbConnection connection) =>
        await connection.ExecuteScalarAsync<bool>(database.Dialect.HasTable, new { table = "migration" })
            ? [.. await connection.QueryAsync<int>("select number from migration")] : [];
}
