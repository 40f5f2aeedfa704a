using Dapper;

namespace Drape.Store.People;

/// <summary>The codes that stand in for a lost authenticator; only their hashes are kept. Thread-safe.</summary>
public sealed class RecoveryCodeStore(Database database)
{
    /// <summary>Gives a person these codes and no others.</summary>
    public Task ReplaceAsync(long person, IEnumerable<string> codes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(codes);
        string[] hashes = [.. codes.Select(code => Hash(person, code)).Distinct()];
        return database.WriteAsync(async (connection, _) =>
        {
            await connection.ExecuteAsync("delete from recovery_code where person_id = @person", new { person });
            foreach (string hash in hashes)
            {
                await connection.ExecuteAsync(
                    "insert into recovery_code (person_id, hash) values (@person, @hash)", new { person, hash });
            }
        }, cancellation);
    }

    /// <summary>Takes a code, which is gone then.</summary>
    /// <returns>Whether it was one of the person's.</returns>
    public Task<bool> RedeemAsync(long person, string code, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        return database.WriteAsync(async (connection, _) => await connection.ExecuteAsync(
            "delete from recovery_code where person_id = @person and hash = @hash",
            new { person, hash = Hash(person, code) }) > 0, cancellation);
    }

    /// <summary>How many are left.</summary>
    public Task<int> CountAsync(long person, CancellationToken cancellation = default) =>
        database.ReadAsync((connection, _) => connection.ExecuteScalarAsync<int>(
            "select count(*) from recovery_code where person_id = @person", new { person }), cancellation);

    /// <summary>People type them from paper: capital letters, spaces and dashes do not matter.</summary>
    static string Hash(long person, string code) =>
        Secret.Hash($"{person}:{new string([.. code.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)])}");
}
