using Dapper;

namespace Drape.Store.People;

/// <summary>The keys that cookies and tokens are sealed with, for all processes that share the database. Thread-safe.</summary>
public sealed class ProtectionKeyStore(Database database)
{
    /// <summary>All of them, the oldest first.</summary>
    public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<string>>(async (connection, _) =>
            [.. await connection.QueryAsync<string>("select xml from protection_key order by id")], cancellation);

    /// <summary>Keeps one more.</summary>
    public Task AddAsync(string xml, CancellationToken cancellation = default) =>
        database.WriteAsync((connection, _) => connection.ExecuteAsync(
            "insert into protection_key (xml) values (@xml)", new { xml }), cancellation);
}
