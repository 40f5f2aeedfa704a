using System.Data;
using System.Data.Common;
using System.Net.Sockets;
using Dapper;
using Npgsql;

namespace Drape.Store.Databases;

/// <summary>PostgreSQL: any number of processes on any number of machines.</summary>
sealed class PostgresDatabase : Database
{
    const int OldestVersion = 130000; // pg_current_xact_id
    const int Tries = 12;

    readonly NpgsqlDataSource _source;
    readonly NpgsqlConnectionStringBuilder _settings;

    PostgresDatabase(NpgsqlConnectionStringBuilder settings, TimeProvider clock)
        : base(new PostgresDialect(), clock)
    {
        _settings = settings;
        _source = NpgsqlDataSource.Create(settings);
        Place = $"PostgreSQL's database {settings.Database ?? settings.Username} on {settings.Host}:{settings.Port}";
    }

    public override string Place { get; }

    public static PostgresDatabase Open(string connection, TimeProvider clock)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = PostgresAddress.Parse(connection);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or KeyNotFoundException)
        {
            // The text may hold a password, so it is not repeated.
            throw new StoreException("The connection string of PostgreSQL cannot be read: write it as "
                + "'Host=...;Database=...;Username=...;Password=...' or 'postgresql://user:password@host/database'.", e);
        }

        if (string.IsNullOrEmpty(settings.Host))
        {
            throw new StoreException("The connection string of PostgreSQL names no server: add Host=....");
        }

        return new PostgresDatabase(settings, clock);
    }

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    private protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var (version, encoding) = await ReadAsync((connection, _) => connection.QuerySingleAsync<(int, string)>(
            "select current_setting('server_version_num')::int, current_setting('server_encoding')"), cancellation);
        if (version < OldestVersion)
        {
            throw new StoreException(
                $"The PostgreSQL on {_settings.Host} is version {version / 10000}: Drape needs 13 or newer.");
        }

        if (encoding != "UTF8")
        {
            throw new StoreException($"{Place} keeps text as {encoding}: create one with encoding 'UTF8'.");
        }
    }

    private protected override async Task<T> ReadOnceAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        return await read(connection, cancellation);
    }

    private protected override async Task<T> SnapshotOnceAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        return await read(connection, cancellation);
    }

    private protected override async Task<T> WriteOnceAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> write, CancellationToken cancellation)
    {
        for (int tried = 1; ; tried++)
        {
            try
            {
                await using var connection = await _source.OpenConnectionAsync(cancellation);
                await using var transaction = await connection.BeginTransactionAsync(cancellation);
                T result = await write(connection, cancellation);
                await transaction.CommitAsync(cancellation);
                return result;
            }
            catch (PostgresException e) when (tried < Tries
                && e.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected)
            {
                // Those that met must not meet again at once.
                await Task.Delay(Random.Shared.Next(5, 25 * tried), cancellation);
            }
        }
    }

    private protected override string? Explain(DbException failure) => failure switch
    {
        PostgresException
        {
            SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification
        } =>
            $"PostgreSQL on {_settings.Host}:{_settings.Port} refused the user {_settings.Username} or the password: "
            + "look at the connection string.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            $"PostgreSQL on {_settings.Host}:{_settings.Port} has no database {_settings.Database}: create it "
            + $"(createdb {_settings.Database}), or name another.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } e =>
            $"The user {_settings.Username} may not do this in {Place} ({e.MessageText}): make it the database's owner.",
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } =>
            $"PostgreSQL on {_settings.Host}:{_settings.Port} takes no more connections: raise max_connections, or lower "
            + "'Maximum Pool Size' in the connection string.",
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => $"The disk of PostgreSQL on {_settings.Host} is full.",
        PostgresException
        {
            SqlState: PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown
                or PostgresErrorCodes.CrashShutdown
        } e => $"PostgreSQL on {_settings.Host}:{_settings.Port} is not ready: {e.MessageText}.",
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } =>
            $"PostgreSQL on {_settings.Host}:{_settings.Port} only reads (a replica?): connect to the server that writes.",
        PostgresException => null,
        NpgsqlException { InnerException: SocketException or IOException or TimeoutException or null } e =>
            $"PostgreSQL on {_settings.Host}:{_settings.Port} cannot be reached "
            + $"({(e.InnerException ?? e).Message.TrimEnd('.')}): is it running, and is the connection string right?",
        _ => null,
    };
}
