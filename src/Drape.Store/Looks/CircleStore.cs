using System.Data.Common;
using Dapper;
using Drape.Store.Blobs;

namespace Drape.Store.Looks;

/// <summary>Who follows whom, and who wants nothing of whom. Thread-safe.</summary>
public sealed class CircleStore(Database database)
{
    const int MostListed = 1000;

    /// <summary>The page of a person; null if there is none, or the person has blocked the viewer.</summary>
    public Task<Profile?> ProfileAsync(Viewer viewer, string handle, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return database.ReadAsync((connection, _) => FindAsync(connection, viewer, handle), cancellation);
    }

    /// <summary>Follows a person, or no longer. Where one of the two has blocked the other nobody is followed.</summary>
    /// <returns>The person's page as it is now; null if there is none for this viewer, or it is the viewer's own.</returns>
    public Task<Profile?> FollowAsync(long person, string handle, bool follows, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) =>
        {
            await connection.ExecuteAsync(follows
                ? $"""
                    insert into person_follow (person_id, followed_id, created_at)
                    select @person, p.id, @now from person p
                    where p.handle = @handle and p.id <> @person and not {Sight.Blocked("@person", "p.id")}
                    on conflict (person_id, followed_id) do nothing
                    """
                : """
                    delete from person_follow where person_id = @person
                        and followed_id = (select id from person where handle = @handle)
                    """, new { person, handle, now = database.Now });
            return await OtherAsync(connection, person, handle);
        }, cancellation);

    /// <summary>Blocks a person, or no longer. Whoever blocks somebody follows them no longer, nor is followed by them.</summary>
    /// <returns>The person's page as it is now; null if there is none for this viewer, or it is the viewer's own.</returns>
    public Task<Profile?> BlockAsync(long person, string handle, bool blocks, CancellationToken cancellation = default) =>
        database.WriteAsync(async (connection, _) =>
        {
            var values = new { person, handle, now = database.Now };
            if (!blocks)
            {
                await connection.ExecuteAsync("""
                    delete from person_block where person_id = @person
                        and blocked_id = (select id from person where handle = @handle)
                    """, values);
                return await OtherAsync(connection, person, handle);
            }

            await connection.ExecuteAsync("""
                insert into person_block (person_id, blocked_id, created_at)
                select @person, p.id, @now from person p where p.handle = @handle and p.id <> @person
                on conflict (person_id, blocked_id) do nothing
                """, values);
            await connection.ExecuteAsync("""
                delete from person_follow
                where (person_id = @person and followed_id = (select id from person where handle = @handle))
                    or (followed_id = @person and person_id = (select id from person where handle = @handle))
                """, values);
            return await OtherAsync(connection, person, handle);
        }, cancellation);

    /// <summary>Whom a person follows, the last first: at most 1000.</summary>
    public Task<IReadOnlyList<Member>> FollowedAsync(long person, CancellationToken cancellation = default) =>
        ListAsync("person_follow", "followed_id", person, cancellation);

    /// <summary>Whom a person has blocked, the last first: at most 1000.</summary>
    public Task<IReadOnlyList<Member>> BlockedAsync(long person, CancellationToken cancellation = default) =>
        ListAsync("person_block", "blocked_id", person, cancellation);

    Task<IReadOnlyList<Member>> ListAsync(string table, string column, long person, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<Member>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<(long Id, string Handle, string Name, string? Picture)>($"""
                select p.id, p.handle, p.name, p.picture from {table} t join person p on p.id = t.{column}
                where t.person_id = @person order by t.created_at desc, p.id desc limit {MostListed}
                """, new { person }))
                .Select(row => new Member(row.Id, row.Handle, row.Name, Key(row.Picture))),
        ], cancellation);

    static async Task<Profile?> OtherAsync(DbConnection connection, long person, string handle) =>
        await FindAsync(connection, new Viewer(person), handle) is { } profile && profile.Member.Id != person ? profile : null;

    static async Task<Profile?> FindAsync(DbConnection connection, Viewer viewer, string handle)
    {
        var row = await connection.QuerySingleOrDefaultAsync<Row>($"""
            select p.id as Id, p.handle as Handle, p.name as Name, p.picture as Picture,
                (select count(*) from look l where l.person_id = p.id and {Sight.Look}) as Looks,
                (select count(*) from person_follow f where f.followed_id = p.id) as Followers,
                (select count(*) from person_follow f where f.person_id = p.id) as Following,
                (select count(*) from person_follow f where f.person_id = @viewer and f.followed_id = p.id) as Follows,
                (select count(*) from person_follow f where f.person_id = p.id and f.followed_id = @viewer) as FollowsViewer,
                (select count(*) from person_block b where b.person_id = @viewer and b.blocked_id = p.id) as Blocks
            from person p
            where p.handle = @handle
                and not exists (select 1 from person_block b where b.person_id = p.id and b.blocked_id = @viewer)
            """, new { viewer = viewer.Number, moderates = false, handle });
        return row is null ? null : new Profile(new Member(row.Id, row.Handle, row.Name, Key(row.Picture)), (int)row.Looks,
            (int)row.Followers, (int)row.Following, row.Follows > 0, row.FollowsViewer > 0, row.Blocks > 0);
    }

    static BlobKey? Key(string? text) => text is null ? null : BlobKey.Parse(text);

    sealed class Row
    {
        public long Id { get; init; }

        public string Handle { get; init; } = "";

        public string Name { get; init; } = "";

        public string? Picture { get; init; }

        public long Looks { get; init; }

        public long Followers { get; init; }

        public long Following { get; init; }

        public long Follows { get; init; }

        public long FollowsViewer { get; init; }

        public long Blocks { get; init; }
    }
}
