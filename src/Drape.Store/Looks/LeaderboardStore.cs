using Dapper;

namespace Drape.Store.Looks;

/// <summary>The looks that speak most clearly, of those that everybody may see. Thread-safe.</summary>
public sealed class LeaderboardStore(Database database)
{
    const int MostListed = 200;

    /// <summary>
    /// The best look of each person, by score; of equals the one that more like, then the earlier one. Whom the viewer has
    /// blocked, or who has blocked the viewer, is left out.
    /// </summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="style">Of this style; of all if null.</param>
    /// <param name="section">Of this section; of all if null.</param>
    /// <param name="since">Posted from then on; ever if null.</param>
    /// <param name="limit">How many, 1 to 200.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IReadOnlyList<Look>> ListAsync(Viewer viewer, string? style, LookSection? section, DateTimeOffset? since,
        int limit, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostListed);
        string which = $"""
            l.visibility = 'public' and l.hidden_at is null and {Sight.Look}
            {(style is null ? "" : "and l.style = @style")} {(section is null ? "" : "and l.section = @section")}
            {(since is null ? "" : "and l.created_at >= @since")}
            """;
        return database.ReadAsync<IReadOnlyList<Look>>(async (connection, _) =>
        [
            .. (await connection.QueryAsync<LookRow>($"""
                {LookRow.Select} where l.id in (select best.id from (
                    select l.id, row_number() over (partition by l.person_id order by l.score desc, l.id) as place
                    from look l where {which}) best where best.place = 1)
                order by l.score desc, Likes desc, l.id limit @limit
                """, new
            {
                viewer = viewer.Number,
                moderates = false,
                style,
                section = LookWords.Of(section ?? LookSection.Open),
                since = since ?? DateTimeOffset.UnixEpoch,
                limit,
            })).Select(row => row.ToLook()),
        ], cancellation);
    }

    /// <summary>The styles of which there are looks for everybody, the most frequent first.</summary>
    public Task<IReadOnlyList<string>> StylesAsync(CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<string>>(async (connection, _) =>
        [
            .. await connection.QueryAsync<string>("""
                select style from look where visibility = 'public' and hidden_at is null and deleted_at is null
                group by style order by count(*) desc, style
                """),
        ], cancellation);
}
