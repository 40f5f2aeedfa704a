using System.Data.Common;
using System.Text.Json;
using Dapper;
using Drape.Store.Blobs;

namespace Drape.Store.Looks;

/// <summary>
/// The looks that people post. Every question names who asks; what they may not see is not there for them. Thread-safe.
/// </summary>
public sealed class LookStore(Database database)
{
    /// <summary>For how long a look that was taken away can be had back.</summary>
    public static readonly TimeSpan BinLife = TimeSpan.FromDays(30);

    const int MostPerPage = 1000;

    /// <summary>Posts a look.</summary>
    /// <param name="person">Who posts it.</param>
    /// <param name="look">The look.</param>
    /// <param name="limits">How many a person may post.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The look; null where the person has posted as many as they may.</returns>
    /// <exception cref="StoreException">There is no such person.</exception>
    public Task<Look?> AddAsync(long person, NewLook look, LookLimits limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(look);
        ArgumentNullException.ThrowIfNull(limits);
        return database.WriteAsync(async (connection, _) =>
        {
            // Whoever posts for the same person at the same moment waits, so that both count what the other posts.
            if (await connection.QuerySingleOrDefaultAsync<long?>(
                $"select id from person where id = @person {database.Dialect.ForUpdate}", new { person }) is null)
            {
                throw new StoreException("There is no such person, or no longer.");
            }

            var now = database.Now;
            var (all, today) = await connection.QuerySingleAsync<(long All, long Today)>("""
                select count(*), count(case when created_at > @day then 1 end) from look where person_id = @person
                """, new { person, day = now.AddDays(-1) });
            if (all >= limits.Looks || today >= limits.LooksADay)
            {
                return null;
            }

            long id = await connection.ExecuteScalarAsync<long>("""
                insert into look (person_id, picture, preview, reading, palette, style, score, harmony, text, section,
                    visibility, created_at, changed_at)
                values (@person, @picture, @preview, @reading, @palette, @style, @Score, @Harmony, @text, @section,
                    @visibility, @posted, @posted)
                returning id
                """, new
            {
                person,
                picture = look.Picture.ToString(),
                preview = look.Preview.ToString(),
                reading = JsonSerializer.Serialize(look.Reading, DrapeJson.Line.PhotoReading),
                palette = JsonSerializer.Serialize(look.Palette, DrapeJson.Line.IReadOnlyListNamedColour),
                style = look.Reading.Style!.Top[0].Style,
                look.Score,
                look.Harmony,
                text = look.Details.Text,
                section = LookWords.Of(look.Details.Section),
                visibility = LookWords.Of(look.Details.Visibility),
                posted = look.PostedAt ?? now,
            });
            return await FindAsync(connection, new Viewer(person), id);
        }, cancellation);
    }

    /// <summary>A look; null if there is none that the viewer may see.</summary>
    public Task<Look?> GetAsync(Viewer viewer, long id, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return database.ReadAsync((connection, _) => FindAsync(connection, viewer, id), cancellation);
    }

    /// <summary>A page of looks, the last posted first.</summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="filter">Which looks.</param>
    /// <param name="after">The last number of the page before; null for the first page.</param>
    /// <param name="limit">How many, 1 to 1000.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IReadOnlyList<Look>> ListAsync(
        Viewer viewer, LookFilter filter, long? after, int limit, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostPerPage);
        string which = string.Join(" and ", Conditions(filter));
        return database.ReadAsync<IReadOnlyList<Look>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<LookRow>(
                $"{LookRow.Select} where {Sight.Look} and l.id < @before and {which} order by l.id desc limit @limit", new
            {
                viewer = viewer.Number,
                moderates = false, // what was reported is not for browsing
                before = after ?? long.MaxValue,
                filter.Style,
                filter.Handle,
                limit,
            })).Select(row => row.ToLook()),
        ], cancellation);
    }

    /// <summary>All looks of a person, those that were taken away included: what is given out to that person.</summary>
    public Task<IReadOnlyList<Look>> AllOfAsync(long person, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<Look>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<LookRow>($"{LookRow.Select} where l.person_id = @viewer order by l.id",
                new { viewer = person })).Select(row => row.ToLook()),
        ], cancellation);

    /// <summary>Changes what the author says of a look.</summary>
    /// <param name="person">Who changes it.</param>
    /// <param name="id">The look.</param>
    /// <param name="change">Gives what is to be said, from what is said; may be called again.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The look as it is now; null if it is none of this person's.</returns>
    public Task<Look?> ChangeAsync(
        long person, long id, Func<LookDetails, LookDetails> change, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return database.WriteAsync(async (connection, _) =>
        {
            var viewer = new Viewer(person);
            if (await connection.QuerySingleOrDefaultAsync<long?>($"""
                    select id from look where id = @id and person_id = @person and deleted_at is null {database.Dialect.ForUpdate}
                    """, new { person, id }) is null
                || await FindAsync(connection, viewer, id) is not { } look)
            {
                return null;
            }

            var details = change(look.Details);
            if (details == look.Details)
            {
                return look;
            }

            await connection.ExecuteAsync("""
                update look set text = @Text, section = @section, visibility = @visibility, changed_at = @now
                where id = @id and person_id = @person
                """, new
            {
                person,
                id,
                details.Text,
                section = LookWords.Of(details.Section),
                visibility = LookWords.Of(details.Visibility),
                now = database.Now,
            });
            return await FindAsync(connection, viewer, id);
        }, cancellation);
    }

    /// <summary>Takes a look away, for 30 days in which it can be had back.</summary>
    /// <returns>Whether it was there and this person's.</returns>
    public Task<bool> DeleteAsync(long person, long id, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) => await connection.ExecuteAsync(
            "update look set deleted_at = @now where person_id = @person and id = @id and deleted_at is null",
            new { person, id, now = database.Now }) > 0, cancellation);

    /// <summary>Brings it back.</summary>
    /// <returns>The look; null if it is none of this person's, or no longer.</returns>
    public Task<Look?> RestoreAsync(long person, long id, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) =>
        {
            await connection.ExecuteAsync(
                "update look set deleted_at = null where person_id = @person and id = @id and deleted_at is not null",
                new { person, id });
            return await FindAsync(connection, new Viewer(person), id) is { } look && look.Author.Id == person ? look : null;
        }, cancellation);

    /// <summary>Says that a person likes a look, or no longer.</summary>
    /// <returns>The look as it is now; null if there is none that the person may see.</returns>
    public Task<Look?> LikeAsync(long person, long id, bool likes, CancellationToken cancellation = default) =>
        MarkAsync("look_like", person, id, likes, cancellation);

    /// <summary>Puts a look among a person's scraps, or takes it out.</summary>
    /// <returns>The look as it is now; null if there is none that the person may see.</returns>
    public Task<Look?> ScrapAsync(long person, long id, bool keeps, CancellationToken cancellation = default) =>
        MarkAsync("look_scrap", person, id, keeps, cancellation);

    /// <summary>The looks that a person likes, those that are scraps: what is given out to that person.</summary>
    public Task<(IReadOnlyList<long> Likes, IReadOnlyList<long> Scraps)> MarksAsync(
        long person, CancellationToken cancellation = default) =>
        database.SnapshotAsync<(IReadOnlyList<long>, IReadOnlyList<long>)>(async (connection, _) => (
        [
            .. await connection.QueryAsync<long>("select look_id from look_like where person_id = @person order by look_id", new { person }),
        ],
        [
            .. await connection.QueryAsync<long>("select look_id from look_scrap where person_id = @person order by look_id", new { person }),
        ]), cancellation);

    /// <summary>Forgets what was taken away 30 days ago, whosever it is.</summary>
    /// <returns>The pictures that may no longer be needed: see <see cref="PictureUse"/>.</returns>
    public Task<IReadOnlyList<BlobKey>> PurgeAsync(CancellationToken cancellation = default) =>
        ForgetAsync("deleted_at < @before", new { before = database.Now - BinLife }, cancellation);

    /// <summary>Forgets all looks of a person.</summary>
    /// <returns>The pictures that may no longer be needed.</returns>
    public Task<IReadOnlyList<BlobKey>> ForgetAllAsync(long person, CancellationToken cancellation = default) =>
        ForgetAsync("person_id = @person", new { person }, cancellation);

    internal static async Task<Look?> FindAsync(DbConnection connection, Viewer viewer, long id) =>
        (await connection.QuerySingleOrDefaultAsync<LookRow>($"{LookRow.Select} where l.id = @id and {Sight.Look}",
            new { id, viewer = viewer.Number, moderates = viewer.Moderates }))?.ToLook();

    Task<Look?> MarkAsync(string table, long person, long id, bool on, CancellationToken cancellation) =>
        database.WriteAsync(async (connection, _) =>
        {
            await connection.ExecuteAsync(on
                ? $"""
                    insert into {table} (look_id, person_id, created_at)
                    select l.id, @viewer, @now from look l where l.id = @id and {Sight.Look}
                    on conflict (look_id, person_id) do nothing
                    """
                : $"delete from {table} where look_id = @id and person_id = @viewer",
                new { viewer = person, moderates = false, id, now = database.Now });
            return await FindAsync(connection, new Viewer(person), id);
        }, cancellation);

    Task<IReadOnlyList<BlobKey>> ForgetAsync(string which, object values, CancellationToken cancellation) =>
        database.WriteAsync<IReadOnlyList<BlobKey>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<(string Picture, string Preview)>(
                $"delete from look where {which} returning picture, preview", values))
                .SelectMany(row => new[] { row.Picture, row.Preview }).Distinct().Select(BlobKey.Parse),
        ], cancellation);

    static IEnumerable<string> Conditions(LookFilter filter)
    {
        yield return filter.Scope switch
        {
            LookScope.Public => "l.visibility = 'public' and l.hidden_at is null",
            LookScope.Following =>
                "exists (select 1 from person_follow w where w.person_id = @viewer and w.followed_id = l.person_id)",
            LookScope.Own => "l.person_id = @viewer",
            LookScope.Scrapped => "exists (select 1 from look_scrap s where s.person_id = @viewer and s.look_id = l.id)",
            _ => "true",
        };
        if (filter.Style is not null)
        {
            yield return "l.style = @Style";
        }

        if (filter.Handle is not null)
        {
            yield return "p.handle = @Handle";
        }
    }
}
