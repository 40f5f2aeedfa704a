using System.Data.Common;
using Dapper;

namespace Drape.Store.Migrations;

/// <summary>Brings a database up to date: each migration runs once, in order, and all or none of them.</summary>
static class Migrator
{
    const string Table = "create table if not exists migration (number integer primary key, name text not null)";

    /// <summary>Runs what is missing. Processes that start at the same moment wait for the first.</summary>
    /// <exception cref="StoreException">A newer Drape has been here.</exception>
    public static async Task MigrateAsync(
        Database database, IReadOnlyList<Migration> migrations, CancellationToken cancellation)
    {
        // Looking first spares every later start the lock.
        int known = migrations.Count;
        if (await database.ReadAsync((c, _) => VersionAsync(database, c), cancellation) == known)
        {
            return;
        }

        await database.WriteAsync(async (connection, stop) =>
        {
            await connection.ExecuteAsync(database.Dialect.LockSchema);
            await connection.ExecuteAsync(Table);
            int version = await VersionAsync(database, connection);
            if (version > known)
            {
                throw new StoreException($"{database.Place} was written by a newer Drape (its schema is {version}, "
                    + $"this Drape knows {known}): update Drape, or use another database.");
            }

            foreach (var migration in migrations.Skip(version))
            {
                await connection.ExecuteAsync(new CommandDefinition(migration.Sql, cancellationToken: stop));
                await connection.ExecuteAsync(
                    "insert into migration (number, name) values (@Number, @Name)", new { migration.Number, migration.Name });
            }
        }, cancellation);
    }

    static async Task<int> VersionAsync(Database database, DbConnection connection) =>
        await connection.ExecuteScalarAsync<bool>(database.Dialect.HasTable, new { table = "migration" })
            ? await connection.ExecuteScalarAsync<int>("select coalesce(max(number), 0) from migration") : 0;
}
