using Dapper;

namespace Drape.Store.People;

/// <summary>The browsers in which people are signed in; of their keys only the hashes are kept. Thread-safe.</summary>
public sealed class SessionStore(Database database)
{
    static readonly TimeSpan Coarse = TimeSpan.FromMinutes(5);

    /// <summary>Keeps a session; those that have ended go.</summary>
    public Task KeepAsync(string key, NewSession session, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var now = database.Now;
        return database.WriteAsync(async (connection, _) =>
        {
            await connection.ExecuteAsync("delete from session where expires_at < @now", new { now });
            await connection.ExecuteAsync("""
                insert into session (key_hash, person_id, ticket, device, address, created_at, seen_at, expires_at)
                values (@hash, @Person, @ticket, @Device, @Address, @now, @now, @ExpiresAt)
                """, new
            {
                hash = Secret.Hash(key),
                session.Person,
                ticket = session.Ticket.ToArray(),
                session.Device,
                session.Address,
                now,
                session.ExpiresAt,
            });
        }, cancellation);
    }

    /// <summary>Writes a session's ticket anew; whose it is may have changed with it.</summary>
    public Task RenewAsync(string key, long person, ReadOnlyMemory<byte> ticket, DateTimeOffset expiresAt,
        CancellationToken cancellation = default) =>
        database.WriteAsync((connection, _) => connection.ExecuteAsync(
            "update session set person_id = @person, ticket = @ticket, expires_at = @expiresAt where key_hash = @hash",
            new { hash = Secret.Hash(key), person, ticket = ticket.ToArray(), expiresAt }), cancellation);

    /// <summary>A session's ticket; null if it has ended.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="address">From where it is seen now.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<byte[]?> FindAsync(string key, string? address, CancellationToken cancellation = default)
    {
        string hash = Secret.Hash(key);
        var now = database.Now;
        var found = await database.ReadAsync((connection, _) => connection.QuerySingleOrDefaultAsync<Found>(
            "select ticket as Ticket, seen_at as SeenAt from session where key_hash = @hash and expires_at >= @now",
            new { hash, now }), cancellation);
        if (found is not null && found.SeenAt < now - Coarse)
        {
            await database.WriteAsync((connection, _) => connection.ExecuteAsync(
                "update session set seen_at = @now, address = @address where key_hash = @hash",
                new { hash, now, address }), cancellation);
        }

        return found?.Ticket;
    }

    /// <summary>A person's sessions, the last seen first.</summary>
    public Task<IReadOnlyList<Session>> ListAsync(long person, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<Session>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<Row>("""
                select id as Id, device as Device, address as Address, created_at as CreatedAt, seen_at as SeenAt
                from session where person_id = @person and expires_at >= @now order by seen_at desc, id desc
                """, new { person, now = database.Now }))
                .Select(row => new Session(row.Id, row.Device, row.Address, row.CreatedAt, row.SeenAt)),
        ], cancellation);

    /// <summary>The number of the session with a key; null if it has ended.</summary>
    public Task<long?> NumberAsync(string key, CancellationToken cancellation = default) =>
        database.ReadAsync((connection, _) => connection.QuerySingleOrDefaultAsync<long?>(
            "select id from session where key_hash = @hash", new { hash = Secret.Hash(key) }), cancellation);

    /// <summary>Ends the session with a key.</summary>
    public Task EndAsync(string key, CancellationToken cancellation = default) =>
        database.WriteAsync((connection, _) => connection.ExecuteAsync(
            "delete from session where key_hash = @hash", new { hash = Secret.Hash(key) }), cancellation);

    /// <summary>Ends one of a person's sessions.</summary>
    /// <returns>Whether the person had it.</returns>
    public Task<bool> EndAsync(long person, long id, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) => await connection.ExecuteAsync(
            "delete from session where id = @id and person_id = @person", new { id, person }) > 0, cancellation);

    /// <summary>Ends all of a person's sessions but one.</summary>
    /// <param name="person">The person.</param>
    /// <param name="exceptKey">The key of the one that stays; null to end all.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>How many there were.</returns>
    public Task<int> EndAllAsync(long person, string? exceptKey, CancellationToken cancellation = default) =>
        database.WriteAsync((connection, _) => connection.ExecuteAsync(
            "delete from session where person_id = @person and key_hash <> @except",
            new { person, except = exceptKey is null ? "" : Secret.Hash(exceptKey) }), cancellation);

    sealed class Found
    {
        public byte[] Ticket { get; init; } = [];

        public DateTimeOffset SeenAt { get; init; }
    }

    sealed class Row
    {
        public long Id { get; init; }

        public string? Device { get; init; }

        public string? Address { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset SeenAt { get; init; }
    }
}
