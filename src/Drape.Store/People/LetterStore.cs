using Dapper;

namespace Drape.Store.People;

/// <summary>What waits to be mailed. Thread-safe; any number of processes may take from it.</summary>
public sealed class LetterStore(Database database)
{
    const string Columns = """
        id as Id, kind as Kind, address as Address, person_id as PersonId, sign_up_id as SignUpId, language as Language,
        attempts as Attempts
        """;

    /// <summary>Keeps a letter to be sent.</summary>
    public Task PostAsync(Letter letter, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return database.WriteAsync((connection, _) => connection.ExecuteAsync("""
            insert into letter (kind, address, person_id, sign_up_id, language, run_at, created_at)
            values (@Kind, @Address, @PersonId, @SignUpId, @Language, @now, @now)
            """, new
        {
            letter.Kind, letter.Address, letter.PersonId, letter.SignUpId, letter.Language, now = database.Now,
        }), cancellation);
    }

    /// <summary>Takes the next letter that is due; it is due again after a while unless it is done by then.</summary>
    /// <param name="patience">After how long it is due again.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Letter?> TakeAsync(TimeSpan patience, CancellationToken cancellation = default)
    {
        var now = database.Now;
        // Nearly always there is none, which is seen without locking anything.
        return await database.ReadAsync((connection, _) => connection.ExecuteScalarAsync<bool>(
                "select exists (select 1 from letter where run_at <= @now)", new { now }), cancellation)
            ? await database.WriteAsync((connection, _) => connection.QuerySingleOrDefaultAsync<Letter?>($"""
                update letter set attempts = attempts + 1, run_at = @later
                where id = (select id from letter where run_at <= @now order by run_at, id limit 1
                    {database.Dialect.SkipLocked})
                returning {Columns}
                """, new { now, later = now + patience }), cancellation)
            : null;
    }

    /// <summary>Forgets a letter: it was sent, or nobody wants it any more.</summary>
    public Task DoneAsync(long id, CancellationToken cancellation = default) =>
        database.WriteAsync((connection, _) => connection.ExecuteAsync(
            "delete from letter where id = @id", new { id }), cancellation);
}
