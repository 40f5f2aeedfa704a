using Dapper;

namespace Drape.Store.People;

/// <summary>
/// Who wants an account and has not confirmed the address yet. Nobody has an account before that, so that no address is
/// taken by somebody who cannot read its letters. Thread-safe.
/// </summary>
public sealed class SignUpStore(Database database)
{
    const string Columns =
        "id as Id, email as Email, name as Name, password_hash as PasswordHash, language as Language";

    /// <summary>Keeps one; old ones go.</summary>
    /// <param name="signUp">What was said.</param>
    /// <param name="life">How long there is to confirm it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Its number.</returns>
    public Task<long> KeepAsync(SignUp signUp, TimeSpan life, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(signUp);
        var now = database.Now;
        return database.WriteAsync(async (connection, _) =>
        {
            await connection.ExecuteAsync("delete from sign_up where expires_at < @now", new { now });
            return await connection.ExecuteScalarAsync<long>("""
                insert into sign_up (email, name, password_hash, language, expires_at)
                values (@Email, @Name, @PasswordHash, @Language, @expires) returning id
                """, new { signUp.Email, signUp.Name, signUp.PasswordHash, signUp.Language, expires = now + life });
        }, cancellation);
    }

    /// <summary>Gives it a new code, in place of the one that it may have.</summary>
    /// <returns>The code for the letter, which is kept nowhere; null if the sign-up is gone.</returns>
    public async Task<string?> NewCodeAsync(long id, CancellationToken cancellation = default)
    {
        string code = Secret.New();
        return await database.WriteAsync((connection, _) => connection.ExecuteAsync(
            "update sign_up set code_hash = @hash where id = @id", new { id, hash = Secret.Hash(code) }), cancellation) > 0
            ? code : null;
    }

    /// <summary>The sign-up of a code; null if there is none any more.</summary>
    public Task<SignUp?> FindAsync(string code, CancellationToken cancellation = default) =>
        database.ReadAsync((connection, _) => connection.QuerySingleOrDefaultAsync<SignUp?>(
            $"select {Columns} from sign_up where code_hash = @hash and expires_at >= @now",
            new { hash = Secret.Hash(code), now = database.Now }), cancellation);

    /// <summary>Ends all sign-ups of an address: it has an account.</summary>
    public Task EndAsync(string email, CancellationToken cancellation = default) =>
        database.WriteAsync((connection, _) => connection.ExecuteAsync(
            "delete from sign_up where email = @email", new { email }), cancellation);
}
