namespace Drape.Store.Looks;

/// <summary>
/// Who sees what, as conditions for queries with the parameters <c>@viewer</c> (0 for nobody) and <c>@moderates</c>.
/// </summary>
static class Sight
{
    /// <summary>A condition: the look l may be seen.</summary>
    public static string Look { get; } = $"""
        (l.deleted_at is null and (l.person_id = @viewer
            or (@moderates and exists (select 1 from look_report r where r.look_id = l.id))
            or (l.hidden_at is null
                and (l.visibility = 'public' or (l.visibility = 'followers' and exists (
                    select 1 from person_follow f where f.person_id = @viewer and f.followed_id = l.person_id)))
                and not {Blocked("@viewer", "l.person_id")})))
        """;

    /// <summary>A condition: the comment c on the look l may be seen by who may see the look.</summary>
    public static string Comment { get; } = $"""
        ((c.hidden_at is null or c.person_id = @viewer)
            and not {Blocked("@viewer", "c.person_id")} and not {Blocked("l.person_id", "c.person_id")})
        """;

    /// <summary>A condition: one of two people has blocked the other.</summary>
    public static string Blocked(string one, string other) => $"""
        exists (select 1 from person_block b where (b.person_id = {one} and b.blocked_id = {other})
            or (b.person_id = {other} and b.blocked_id = {one}))
        """;
}
