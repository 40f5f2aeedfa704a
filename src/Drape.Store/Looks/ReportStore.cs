using Dapper;
using Drape.Store.Blobs;

namespace Drape.Store.Looks;

/// <summary>What people report, and what moderators decide. Thread-safe.</summary>
public sealed class ReportStore(Database database)
{
    /// <summary>Characters of a note at most.</summary>
    public const int LongestNote = 500;

    const int MostListed = 100;

    /// <summary>Reports a look or a comment on it. Who reports the same again says nothing new.</summary>
    /// <param name="person">Who reports it.</param>
    /// <param name="look">The look.</param>
    /// <param name="comment">The comment on it; null for the look itself.</param>
    /// <param name="reason">Why.</param>
    /// <param name="note">What there is to say of it; null for nothing.</param>
    /// <param name="limits">How much one may report in a day.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Whether the person may see it, and has not reported as much as they may.</returns>
    /// <exception cref="ArgumentException">The note is too long, or holds a character that is none.</exception>
    public Task<bool> AddAsync(long person, long look, long? comment, ReportReason reason, string? note, LookLimits limits,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(limits);
        string? said = SpokenText.Of(note, LongestNote, "A note");
        return database.WriteAsync(async (connection, _) =>
        {
            var now = database.Now;
            await connection.ExecuteAsync(
                $"select id from person where id = @person {database.Dialect.ForUpdate}", new { person });
            if (await connection.ExecuteScalarAsync<long>(
                "select count(*) from look_report where person_id = @person and created_at > @day",
                new { person, day = now.AddDays(-1) }) >= limits.ReportsADay)
            {
                return false;
            }

            string of = comment is null ? "" : $"join look_comment c on c.look_id = l.id and c.id = @comment and {Sight.Comment}";
            var values = new DynamicParameters(new
            {
                viewer = person, moderates = false, look, reason = LookWords.Of(reason), said, now,
            });
            if (comment is not null)
            {
                values.Add("comment", comment.Value);
            }

            return await connection.ExecuteAsync($"""
                insert into look_report (person_id, look_id, comment_id, reason, note, created_at)
                select @viewer, l.id, {(comment is null ? "null" : "c.id")}, @reason, @said, @now from look l {of}
                where l.id = @look and {Sight.Look}
                on conflict (person_id, look_id, coalesce(comment_id, 0)) do update set reason = excluded.reason
                """, values) > 0;
        }, cancellation);
    }

    /// <summary>What waits for a decision, the longest first: at most 100.</summary>
    public Task<IReadOnlyList<ReportedThing>> OpenAsync(long moderator, CancellationToken cancellation = default) =>
        database.SnapshotAsync<IReadOnlyList<ReportedThing>>(async (connection, _) =>
        {
            var rows = await connection.QueryAsync<Row>($"""
                select r.look_id as Look, r.comment_id as Comment, r.reason as Reason, r.note as Note, r.created_at as CreatedAt,
                    c.text as Text, p.id as Author, p.handle as Handle, p.name as Name, p.picture as Face
                from look_report r join look l on l.id = r.look_id
                    left join look_comment c on c.id = r.comment_id left join person p on p.id = c.person_id
                where r.decided_at is null and l.deleted_at is null order by r.id limit {MostListed * 10}
                """);
            var things = new List<ReportedThing>();
            foreach (var thing in rows.GroupBy(row => (row.Look, row.Comment)).Take(MostListed))
            {
                var first = thing.First();
                if (await LookStore.FindAsync(connection, new Viewer(moderator, Moderates: true), first.Look) is { } look)
                {
                    things.Add(first.Of(look, [.. thing]));
                }
            }

            return things;
        }, cancellation);

    /// <summary>How many looks and comments wait for a decision.</summary>
    public Task<int> CountAsync(CancellationToken cancellation = default) => database.ReadAsync(async (connection, _) =>
        (int)await connection.ExecuteScalarAsync<long>("""
            select count(*) from (select distinct r.look_id, coalesce(r.comment_id, 0) as comment_id from look_report r
                join look l on l.id = r.look_id where r.decided_at is null and l.deleted_at is null) things
            """), cancellation);

    /// <summary>Decides on a look or a comment: hides it from all but its author, or lets it stand.</summary>
    /// <param name="look">The look.</param>
    /// <param name="comment">The comment on it; null for the look itself.</param>
    /// <param name="hides">Whether it is hidden; what was hidden before and is dismissed now is shown again.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Whether somebody has reported it.</returns>
    public Task<bool> DecideAsync(long look, long? comment, bool hides, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) =>
        {
            var values = new
            {
                look, comment = comment ?? 0, now = database.Now, decision = hides ? "hidden" : "dismissed",
            };
            if (await connection.ExecuteAsync("""
                update look_report set decided_at = @now, decision = @decision
                where look_id = @look and coalesce(comment_id, 0) = @comment
                """, values) == 0)
            {
                return false;
            }

            string to = hides ? "@now" : "null";
            await connection.ExecuteAsync(comment is null
                ? $"update look set hidden_at = {to} where id = @look"
                : $"update look_comment set hidden_at = {to} where id = @comment and look_id = @look", values);
            return true;
        }, cancellation);

    /// <summary>How many reports a person has made: what is given out to that person.</summary>
    public Task<int> CountOfAsync(long person, CancellationToken cancellation = default) =>
        database.ReadAsync(async (connection, _) => (int)await connection.ExecuteScalarAsync<long>(
            "select count(*) from look_report where person_id = @person", new { person }), cancellation);

    sealed class Row
    {
        public long Look { get; init; }

        public long? Comment { get; init; }

        public string Reason { get; init; } = "";

        public string? Note { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public string? Text { get; init; }

        public long? Author { get; init; }

        public string? Handle { get; init; }

        public string? Name { get; init; }

        public string? Face { get; init; }

        public ReportedThing Of(Look look, IReadOnlyList<Row> all) => new(look, Comment,
            Author is { } author ? new Member(author, Handle!, Name!, Face is null ? null : BlobKey.Parse(Face)) : null, Text,
            [.. all.GroupBy(row => LookWords.Reason(row.Reason) ?? ReportReason.Other).Select(reason => (reason.Key, reason.Count()))],
            [.. all.Select(row => row.Note).OfType<string>()], all.Count, CreatedAt);
    }
}
