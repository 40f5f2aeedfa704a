using Dapper;

namespace Drape.Store.People;

/// <summary>A key with which a program acts for a person.</summary>
/// <param name="Id">Its number in the database.</param>
/// <param name="Name">What the person calls it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UsedAt">When it was last used, to some minutes; null if never.</param>
/// <param name="ExpiresAt">When it ends by itself; null if it does not.</param>
public sealed record AccessToken(
    long Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt, DateTimeOffset? ExpiresAt);

/// <summary>The keys with which programs act for people; only their hashes are kept. Thread-safe.</summary>
public sealed class AccessTokenStore(Database database)
{
    const string Prefix = "drape_";
    static readonly TimeSpan Coarse = TimeSpan.FromMinutes(5);

    /// <summary>Makes one.</summary>
    /// <param name="person">For whom it acts.</param>
    /// <param name="name">What the person calls it.</param>
    /// <param name="expiresAt">When it ends by itself; null if it does not.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The key as it is shown this once, and what is kept of it.</returns>
    public async Task<(string Key, AccessToken Token)> CreateAsync(
        long person, string name, DateTimeOffset? expiresAt, CancellationToken cancellation = default)
    {
        string key = Prefix + Secret.New();
        var now = database.Now;
        long id = await database.WriteAsync((connection, _) => connection.ExecuteScalarAsync<long>("""
            insert into access_token (person_id, name, hash, created_at, expires_at)
            values (@person, @name, @hash, @now, @expiresAt) returning id
            """, new { person, name, hash = Secret.Hash(key), now, expiresAt }), cancellation);
        return (key, new AccessToken(id, name, now, null, expiresAt));
    }

    /// <summary>For whom a key acts; null if it is none, or has ended.</summary>
    public async Task<long?> PersonOfAsync(string key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!key.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        string hash = Secret.Hash(key);
        var now = database.Now;
        var found = await database.ReadAsync((connection, _) => connection.QuerySingleOrDefaultAsync<Found>("""
            select person_id as Person, used_at as UsedAt from access_token
            where hash = @hash and (expires_at is null or expires_at >= @now)
            """, new { hash, now }), cancellation);
        if (found is not null && (found.UsedAt is not { } used || used < now - Coarse))
        {
            await database.WriteAsync((connection, _) => connection.ExecuteAsync(
                "update access_token set used_at = @now where hash = @hash", new { hash, now }), cancellation);
        }

        return found?.Person;
    }

    /// <summary>A person's keys, the newest first.</summary>
    public Task<IReadOnlyList<AccessToken>> ListAsync(long person, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<AccessToken>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<Row>("""
                select id as Id, name as Name, created_at as CreatedAt, used_at as UsedAt, expires_at as ExpiresAt
                from access_token where person_id = @person order by id desc
                """, new { person }))
                .Select(row => new AccessToken(row.Id, row.Name, row.CreatedAt, row.UsedAt, row.ExpiresAt)),
        ], cancellation);

    /// <summary>Ends one of a person's keys.</summary>
    /// <returns>Whether the person had it.</returns>
    public Task<bool> EndAsync(long person, long id, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) => await connection.ExecuteAsync(
            "delete from access_token where id = @id and person_id = @person", new { id, person }) > 0, cancellation);

    sealed class Found
    {
        public long Person { get; init; }

        public DateTimeOffset? UsedAt { get; init; }
    }

    sealed class Row
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset? UsedAt { get; init; }

        public DateTimeOffset? ExpiresAt { get; init; }
    }
}
