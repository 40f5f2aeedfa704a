using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Drape.Store.Databases;

/// <summary>SQLite in one file: any number of readers, one writer at a time, each commit on disk before it returns.</summary>
sealed class SqliteDatabase : Database
{
    /// <summary>The file in the home folder.</summary>
    public const string FileName = "drape.db";

    readonly string _connection;
    readonly string _prepare;
    readonly TimeSpan _patience;
    readonly SemaphoreSlim _writing = new(1, 1);

    SqliteDatabase(string path, TimeSpan patience, TimeProvider clock)
        : base(new SqliteDialect(), clock)
    {
        (Place, _patience) = (path, patience);
        // SQLite itself waits for other writers; the provider, which waits by sleeping, has little to add.
        var settings = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 1 };
        _connection = settings.ToString();
        _prepare = string.Create(CultureInfo.InvariantCulture,
            $"pragma busy_timeout = {(long)patience.TotalMilliseconds}; pragma synchronous = full;");
    }

    public override string Place { get; }

    public static SqliteDatabase Open(StoreSettings settings, TimeProvider clock)
    {
        string home = settings.Home;
        try
        {
            HomeFolder.Make(home);
            HomeFolder.MakeFile(Path.Combine(home, FileName));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new StoreException($"Drape cannot keep anything in {home}: {e.Message.TrimEnd('.')}. Choose another folder "
                + "with --home or DRAPE_HOME.", e);
        }

        SqliteLibrary.Load();
        return new SqliteDatabase(Path.Combine(home, FileName), settings.Patience, clock);
    }

    public override ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(_connection))
        {
            SqliteConnection.ClearPool(connection);
        }

        _writing.Dispose();
        return ValueTask.CompletedTask;
    }

    private protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        string mode = await ReadAsync((c, _) => c.ExecuteScalarAsync<string>("pragma journal_mode = wal"), cancellation) ?? "";
        if (mode != "wal")
        {
            throw new StoreException($"{Place} lies on a disk that SQLite cannot share between processes (no shared memory, as "
                + "on network drives): choose a folder on a local disk with --home or DRAPE_HOME.");
        }
    }

    private protected override async Task<T> ReadOnceAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        using var connection = Connect();
        return await read(connection, cancellation);
    }

    private protected override async Task<T> SnapshotOnceAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        using var connection = Connect();
        using var transaction = connection.BeginTransaction(deferred: true);
        return await read(connection, cancellation);
    }

    private protected override async Task<T> WriteOnceAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> write, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            using var connection = Connect();
            // Not deferred: a transaction that begins by reading and then writes can fail at any moment.
            using var transaction = connection.BeginTransaction(deferred: false);
            T result = await write(connection, cancellation);
            transaction.Commit();
            return result;
        }
        finally
        {
            _writing.Release();
        }
    }

    private protected override string? Explain(DbException failure) => (failure as SqliteException)?.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB => $"{Place} is not a database of Drape: move it away, or choose another folder with --home.",
        raw.SQLITE_CORRUPT => $"{Place} is damaged: put back a copy of it, or move it away and import the catalogs again.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
            $"Another program has held {Place} for over {_patience.TotalSeconds:0} seconds: end it, then try again.",
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH =>
            $"{Place} cannot be written: give this user the right to write the file and its folder, or choose another folder "
            + "with --home.",
        raw.SQLITE_FULL => $"The disk of {Place} is full: make room, then try again.",
        raw.SQLITE_IOERR => $"{Place} could not be read or written ({failure.Message.TrimEnd('.')}): look after the disk.",
        _ => null,
    };

    SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connection);
        try
        {
            connection.Open();
            connection.Execute(_prepare);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
