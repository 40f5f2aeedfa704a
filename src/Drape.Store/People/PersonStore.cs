using Dapper;

namespace Drape.Store.People;

/// <summary>The people. Thread-safe.</summary>
public sealed class PersonStore(Database database)
{
    const int MostPerPage = 1000;

    /// <summary>Makes an account. The first of all looks after the server.</summary>
    /// <returns>The person; null where the address or the other service's login has an account already.</returns>
    public Task<Person?> CreateAsync(NewPerson person, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        return database.WriteAsync(async (connection, _) =>
        {
            // Two that come first at the same moment: one of them has to see the other.
            await connection.ExecuteAsync(database.Dialect.LockSchema);
            bool first = !await connection.ExecuteScalarAsync<bool>("select exists (select 1 from person)");
            if (person.Login is { } login && await connection.ExecuteScalarAsync<bool>(
                "select exists (select 1 from person_login where provider = @Provider and key = @Key)", login))
            {
                return null;
            }

            var row = await connection.QuerySingleOrDefaultAsync<PersonRow>($"""
                insert into person (handle, name, email, email_key, language, units, administrator, password_hash, stamp,
                    two_factor, created_at, version)
                values (@handle, @Name, @Email, @key, @Language, 'metric', @administrator, @PasswordHash, @stamp, @no, @now, 1)
                on conflict (email_key) do nothing
                returning {PersonRow.Columns}
                """, new
            {
                handle = Secret.NewHandle(),
                person.Name,
                person.Email,
                key = person.Email is null ? null : EmailAddress.Key(person.Email),
                person.Language,
                administrator = first || person.Administrator,
                person.PasswordHash,
                stamp = Secret.New(),
                no = false,
                now = database.Now,
            });
            if (row is not null && person.Login is not null)
            {
                await LoginStore.InsertAsync(connection, row.Id, person.Login);
            }

            return row?.ToPerson();
        }, cancellation);
    }

    /// <summary>The person of a number; null if there is none.</summary>
    public Task<Person?> GetAsync(long id, CancellationToken cancellation = default) =>
        FindAsync("id = @id", new { id }, cancellation);

    /// <summary>The person of a handle; null if there is none.</summary>
    public Task<Person?> FindByHandleAsync(string handle, CancellationToken cancellation = default) =>
        FindAsync("handle = @handle", new { handle }, cancellation);

    /// <summary>The person of an address, however its letters are written; null if there is none.</summary>
    public Task<Person?> FindByEmailAsync(string email, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(email);
        return FindAsync("email_key = @key", new { key = EmailAddress.Key(email) }, cancellation);
    }

    /// <summary>The person whom another service knows by a key; null if there is none.</summary>
    public Task<Person?> FindByLoginAsync(ExternalLogin login, CancellationToken cancellation = default) => FindAsync(
        "id = (select person_id from person_login where provider = @Provider and key = @Key)", login, cancellation);

    /// <summary>A page of people, the newest first.</summary>
    /// <param name="after">The last number of the page before; null for the first page.</param>
    /// <param name="limit">How many, 1 to 1000.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IReadOnlyList<Person>> ListAsync(long? after, int limit, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostPerPage);
        return database.ReadAsync<IReadOnlyList<Person>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<PersonRow>(
                $"select {PersonRow.Columns} from person where id < @before order by id desc limit @limit",
                new { before = after ?? long.MaxValue, limit })).Select(row => row.ToPerson()),
        ], cancellation);
    }

    /// <summary>A page of the people whose name, handle or address has some words in it, the newest first.</summary>
    /// <param name="words">The words, as they stand there; case does not matter.</param>
    /// <param name="after">The last number of the page before; null for the first page.</param>
    /// <param name="limit">How many, 1 to 1000.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IReadOnlyList<Person>> SearchAsync(
        string words, long? after, int limit, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostPerPage);
        string pattern = "%" + words.Trim().Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal) + "%";
        return database.ReadAsync<IReadOnlyList<Person>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<PersonRow>($"""
                select {PersonRow.Columns} from person
                where id < @before and (lower(name) like lower(@pattern) escape '\' or lower(email) like lower(@pattern) escape '\'
                    or lower(handle) like lower(@pattern) escape '\')
                order by id desc limit @limit
                """, new { before = after ?? long.MaxValue, pattern, limit })).Select(row => row.ToPerson()),
        ], cancellation);
    }

    /// <summary>How many people there are, of which kinds.</summary>
    /// <param name="since">From when on somebody is new.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<PeopleCounts> CountAsync(DateTimeOffset since, CancellationToken cancellation = default) =>
        database.ReadAsync(async (connection, _) =>
        {
            var (all, administrators, signedIn, fresh) =
                await connection.QuerySingleAsync<(long All, long Administrators, long SignedIn, long New)>("""
                    select count(*), count(case when administrator = @yes then 1 end),
                        (select count(distinct person_id) from session where expires_at > @now),
                        count(case when created_at >= @since then 1 end)
                    from person
                    """, new { yes = true, now = database.Now, since });
            return new PeopleCounts(all, administrators, signedIn, fresh);
        }, cancellation);

    /// <summary>How many people there are.</summary>
    public Task<long> CountAsync(CancellationToken cancellation = default) => database.ReadAsync(
        (connection, _) => connection.ExecuteScalarAsync<long>("select count(*) from person"), cancellation);

    /// <summary>
    /// Keeps what was changed of a person, all but the tries to sign in, which <see cref="CountFailureAsync"/> and
    /// <see cref="LockAsync"/> keep.
    /// </summary>
    /// <returns>The person as it is now; null if somebody else changed it in between, it is gone, or its address is taken.</returns>
    public Task<Person?> UpdateAsync(Person person, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        string? key = person.Email is null ? null : EmailAddress.Key(person.Email);
        return database.WriteAsync(async (connection, _) =>
        {
            // In the order in which creating locks: whoever takes the address at the same moment comes before or after.
            await connection.ExecuteAsync(database.Dialect.LockSchema);
            if (key is not null && await connection.ExecuteScalarAsync<bool>(
                "select exists (select 1 from person where email_key = @key and id <> @Id)", new { key, person.Id }))
            {
                return null;
            }

            var row = await connection.QuerySingleOrDefaultAsync<PersonRow>($"""
                update person set name = @Name, email = @Email, email_key = @key, picture = @picture, language = @Language,
                    units = @units, gender = @Gender, administrator = @Administrator, password_hash = @PasswordHash,
                    stamp = @Stamp, two_factor = @TwoFactor, authenticator_key = @AuthenticatorKey, version = version + 1
                where id = @Id and version = @Version
                returning {PersonRow.Columns}
                """, new
            {
                person.Id,
                person.Version,
                person.Name,
                person.Email,
                key,
                picture = person.Picture?.ToString(),
                person.Language,
                units = PersonRow.Word(person.Units),
                person.Gender,
                person.Administrator,
                person.Credentials.PasswordHash,
                person.Credentials.Stamp,
                person.Credentials.TwoFactor,
                person.Credentials.AuthenticatorKey,
            });
            return row?.ToPerson();
        }, cancellation);
    }

    /// <summary>Counts a wrong try; tries at the same moment are all counted.</summary>
    /// <returns>How many there were since the last right one.</returns>
    public Task<int> CountFailureAsync(long id, CancellationToken cancellation = default) =>
        database.WriteAsync((connection, _) => connection.ExecuteScalarAsync<int>(
            "update person set failures = failures + 1 where id = @id returning failures", new { id }), cancellation);

    /// <summary>Forgets the wrong tries.</summary>
    public Task ForgetFailuresAsync(long id, CancellationToken cancellation = default) =>
        database.WriteAsync((connection, _) => connection.ExecuteAsync(
            "update person set failures = 0 where id = @id and failures > 0", new { id }), cancellation);

    /// <summary>Lets nobody sign in as this person until a time; at once if it is null.</summary>
    public Task LockAsync(long id, DateTimeOffset? until, CancellationToken cancellation = default) =>
        database.WriteAsync((connection, _) => connection.ExecuteAsync(
            "update person set locked_until = @until where id = @id", new { id, until }), cancellation);

    /// <summary>Takes a code of the authenticator, which is worth something once.</summary>
    /// <param name="id">The person.</param>
    /// <param name="code">The code.</param>
    /// <param name="life">For how long a code is right.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Whether it had not been taken before.</returns>
    public Task<bool> TakeCodeAsync(long id, string code, TimeSpan life, CancellationToken cancellation = default)
    {
        var now = database.Now;
        return database.WriteAsync(async (connection, _) => await connection.ExecuteAsync("""
            update person set used_code = @hash, used_code_at = @now
            where id = @id and (used_code is null or used_code <> @hash or used_code_at < @before)
            """, new { id, hash = Secret.Hash($"{id}:{code}"), now, before = now - life }) > 0, cancellation);
    }

    /// <summary>Deletes an account with all that the database has of it.</summary>
    /// <returns>Whether there was one.</returns>
    public Task<bool> DeleteAsync(long id, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) =>
            await connection.ExecuteAsync("delete from person where id = @id", new { id }) > 0, cancellation);

    Task<Person?> FindAsync(string which, object values, CancellationToken cancellation) =>
        database.ReadAsync(async (connection, _) => (await connection.QuerySingleOrDefaultAsync<PersonRow>(
            $"select {PersonRow.Columns} from person where {which}", values))?.ToPerson(), cancellation);
}
