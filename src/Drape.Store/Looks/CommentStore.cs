using System.Data.Common;
using Dapper;
using Drape.Store.Blobs;

namespace Drape.Store.Looks;

/// <summary>What people say to looks. Thread-safe.</summary>
public sealed class CommentStore(Database database)
{
    /// <summary>Characters of a comment at most.</summary>
    public const int LongestText = 500;

    const int MostPerPage = 1000;

    const string Select = """
        select c.id as Id, c.look_id as Look, c.person_id as Author, p.handle as Handle, p.name as Name, p.picture as Face,
            c.text as Text, c.created_at as CreatedAt, c.hidden_at as HiddenAt
        from look_comment c join look l on l.id = c.look_id join person p on p.id = c.person_id
        """;

    /// <summary>Says something to a look.</summary>
    /// <param name="person">Who says it.</param>
    /// <param name="look">The look.</param>
    /// <param name="text">What is said: 1 to 500 characters.</param>
    /// <param name="limits">How much one may say in an hour.</param>
    /// <param name="saidAt">When it was said, in UTC, where that is over already; null for now.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The comment; null where the person may not see the look, or has said as much as they may.</returns>
    /// <exception cref="ArgumentException">The text is empty, too long, or holds a character that is none.</exception>
    public Task<LookComment?> AddAsync(
        long person, long look, string text, LookLimits limits, DateTimeOffset? saidAt = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(limits);
        string said = SpokenText.Of(text, LongestText, "A comment")
            ?? throw new ArgumentException("A comment has at least one letter.");
        return database.WriteAsync(async (connection, _) =>
        {
            var now = database.Now;
            await connection.ExecuteAsync(
                $"select id from person where id = @person {database.Dialect.ForUpdate}", new { person });
            if (await connection.ExecuteScalarAsync<long>(
                "select count(*) from look_comment where person_id = @person and created_at > @hour",
                new { person, hour = now.AddHours(-1) }) >= limits.CommentsAnHour)
            {
                return null;
            }

            long? id = await connection.ExecuteScalarAsync<long?>($"""
                insert into look_comment (look_id, person_id, text, created_at)
                select l.id, @viewer, @said, @at from look l where l.id = @look and {Sight.Look}
                returning id
                """, new { viewer = person, moderates = false, look, said, at = saidAt ?? now });
            return id is { } added ? await FindAsync(connection, person, added) : null;
        }, cancellation);
    }

    /// <summary>A page of what the viewer sees of what was said to a look, the last first.</summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="look">The look.</param>
    /// <param name="after">The last number of the page before; null for the first page.</param>
    /// <param name="limit">How many, 1 to 1000.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IReadOnlyList<LookComment>> ListAsync(
        Viewer viewer, long look, long? after, int limit, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostPerPage);
        return database.ReadAsync<IReadOnlyList<LookComment>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<Row>($"""
                {Select} where c.look_id = @look and c.id < @before and {Sight.Look} and {Sight.Comment}
                order by c.id desc limit @limit
                """, new { viewer = viewer.Number, moderates = viewer.Moderates, look, before = after ?? long.MaxValue, limit }))
                .Select(row => row.ToComment()),
        ], cancellation);
    }

    /// <summary>All that a person has said: what is given out to that person.</summary>
    public Task<IReadOnlyList<LookComment>> AllOfAsync(long person, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<LookComment>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<Row>($"{Select} where c.person_id = @person order by c.id", new { person }))
                .Select(row => row.ToComment()),
        ], cancellation);

    /// <summary>Deletes a comment: its author may, and the author of the look.</summary>
    /// <returns>Whether there was one that this person may delete.</returns>
    public Task<bool> DeleteAsync(long person, long look, long id, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) => await connection.ExecuteAsync("""
            delete from look_comment where id = @id and look_id = @look and (person_id = @person
                or exists (select 1 from look l where l.id = look_id and l.person_id = @person))
            """, new { person, look, id }) > 0, cancellation);

    static async Task<LookComment?> FindAsync(DbConnection connection, long person, long id) =>
        (await connection.QuerySingleOrDefaultAsync<Row>(
            $"{Select} where c.id = @id and c.person_id = @person", new { id, person }))?.ToComment();

    sealed class Row
    {
        public long Id { get; init; }

        public long Look { get; init; }

        public long Author { get; init; }

        public string Handle { get; init; } = "";

        public string Name { get; init; } = "";

        public string? Face { get; init; }

        public string Text { get; init; } = "";

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset? HiddenAt { get; init; }

        public LookComment ToComment() => new(Id, Look,
            new Member(Author, Handle, Name, Face is null ? null : BlobKey.Parse(Face)), Text, CreatedAt, HiddenAt);
    }
}
