using System.Data.Common;
using Dapper;
using Drape.Store.Databases;
using Drape.Store.Migrations;

namespace Drape.Store;

/// <summary>The database that everything is kept in. Thread-safe; one for the life of a process.</summary>
public abstract class Database : IAsyncDisposable
{
    private protected Database(Dialect dialect, TimeProvider clock)
    {
        StoredTypes.Register();
        (Dialect, Clock) = (dialect, clock);
    }

    /// <summary>What is kept where, for people: a file's path, or a server and its database; never a password.</summary>
    public abstract string Place { get; }

    /// <summary>Now, in UTC and to the microsecond, which is what both databases keep.</summary>
    public DateTimeOffset Now => StoredTypes.Microseconds(Clock.GetUtcNow());

    /// <summary>What the databases say differently.</summary>
    internal Dialect Dialect { get; }

    TimeProvider Clock { get; }

    /// <summary>Opens the database that the settings name, makes it if it is SQLite's, and brings it up to date.</summary>
    /// <param name="settings">Where it is.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="StoreException">It cannot be used; the message says why.</exception>
    public static Task<Database> OpenAsync(StoreSettings settings, CancellationToken cancellation = default) =>
        OpenAsync(settings, TimeProvider.System, cancellation);

    /// <summary>The same with a clock of one's own.</summary>
    /// <param name="settings">Where it is.</param>
    /// <param name="clock">What tells the time.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="StoreException">It cannot be used; the message says why.</exception>
    public static async Task<Database> OpenAsync(
        StoreSettings settings, TimeProvider clock, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Database database;
        if (string.IsNullOrWhiteSpace(settings.Connection))
        {
            if (settings.Index == IndexKind.Pgvector)
            {
                throw new StoreException(
                    "Index:Kind is pgvector, which is PostgreSQL's: give its connection string, or set Index:Kind to memory.");
            }

            database = SqliteDatabase.Open(settings, clock);
        }
        else
        {
            database = PostgresDatabase.Open(settings.Connection, clock);
        }

        try
        {
            await database.PrepareAsync(cancellation);
            await Migrator.MigrateAsync(database, Migration.Shipped(database.Dialect), cancellation);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads. What several statements read may be of different moments.</summary>
    /// <exception cref="StoreException">The database cannot be reached or read.</exception>
    public Task<T> ReadAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellation = default) =>
        ExplainedAsync(() => ReadOnceAsync(read, cancellation));

    /// <summary>Reads everything as it is at one moment, however many statements it takes.</summary>
    /// <exception cref="StoreException">The database cannot be reached or read.</exception>
    public Task<T> SnapshotAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellation = default) =>
        ExplainedAsync(() => SnapshotOnceAsync(read, cancellation));

    /// <summary>
    /// Writes in one transaction: all of it is kept, on disk, when this returns, and nothing of it when it throws. It may
    /// be run again where it met other writers, so it must do nothing but write to the database, and with
    /// this connection alone: another write from within would wait for the end of this one.
    /// </summary>
    /// <exception cref="StoreException">The database cannot be reached or written.</exception>
    public Task<T> WriteAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> write, CancellationToken cancellation = default) =>
        ExplainedAsync(() => WriteOnceAsync(write, cancellation));

    /// <summary>The same for what has nothing to tell.</summary>
    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<DbConnection, CancellationToken, Task> write, CancellationToken cancellation = default) =>
        WriteAsync<bool>(async (connection, c) =>
        {
            await write(connection, c);
            return true;
        }, cancellation);

    /// <summary>The bytes that it takes where it is kept.</summary>
    /// <exception cref="StoreException">The database cannot be reached or read.</exception>
    public Task<long> SizeAsync(CancellationToken cancellation = default) => ReadAsync(
        (connection, _) => connection.ExecuteScalarAsync<long>(Dialect.Size), cancellation);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Looks whether the database can be used at all.</summary>
    private protected abstract Task PrepareAsync(CancellationToken cancellation);

    private protected abstract Task<T> ReadOnceAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellation);

    private protected abstract Task<T> SnapshotOnceAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellation);

    private protected abstract Task<T> WriteOnceAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> write, CancellationToken cancellation);

    /// <summary>The sentence for a failure of the database; null where the statement is at fault.</summary>
    private protected abstract string? Explain(DbException failure);

    private protected async Task<T> ExplainedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DbException e) when (Explain(e) is { } sentence)
        {
            throw new StoreException(sentence, e);
        }
    }
}
