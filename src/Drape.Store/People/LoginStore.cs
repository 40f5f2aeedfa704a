using System.Data.Common;
using Dapper;

namespace Drape.Store.People;

/// <summary>How other services know people. Thread-safe.</summary>
public sealed class LoginStore(Database database)
{
    /// <summary>Adds a login to a person.</summary>
    /// <returns>Whether it was free.</returns>
    public Task<bool> AddAsync(long person, ExternalLogin login, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(login);
        return database.WriteAsync(async (connection, _) => await InsertAsync(connection, person, login) > 0, cancellation);
    }

    /// <summary>A person's logins, by the service's name.</summary>
    public Task<IReadOnlyList<ExternalLogin>> ListAsync(long person, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<ExternalLogin>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<(string Provider, string Key)>(
                "select provider, key from person_login where person_id = @person order by provider, key", new { person }))
                .Select(login => new ExternalLogin(login.Provider, login.Key)),
        ], cancellation);

    /// <summary>Takes a login from a person.</summary>
    /// <returns>Whether the person had it.</returns>
    public Task<bool> RemoveAsync(long person, ExternalLogin login, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(login);
        return database.WriteAsync(async (connection, _) => await connection.ExecuteAsync(
            "delete from person_login where person_id = @person and provider = @Provider and key = @Key",
            new { person, login.Provider, login.Key }) > 0, cancellation);
    }

    internal static Task<int> InsertAsync(DbConnection connection, long person, ExternalLogin login) =>
        connection.ExecuteAsync("""
            insert into person_login (provider, key, person_id) values (@Provider, @Key, @person)
            on conflict (provider, key) do nothing
            """, new { login.Provider, login.Key, person });
}
