using System.Globalization;
using Drape.Server.Hosting;
using Drape.Server.People;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Looks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Drape.Server.Looks;

/// <summary>The route of the leaderboard.</summary>
static class LeaderboardRoutes
{
    /// <summary>How long a week is that is being counted.</summary>
    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    const int Usual = 50, Most = 200;

    public static void MapLeaderboard(this WebApplication app) => app.MapGet("/api/v1/leaderboard", GetAsync)
        .WithTags("Looks")
        .WithName("GetLeaderboard")
        .WithSummary("Gives the looks that speak most clearly")
        .WithDescription("""
            The best look of each person, by score, of those that everybody may see; of equals the one that more like. `style`
            and `section` (women, men, open) choose a board; `span` is week (posted in the last 7 days) or all (if left out);
            `limit` is 1 to 200, 50 if left out.
            """)
        .Produces<LeaderboardAnswer>()
        .ProducesProblems(400, 500, 503);

    /// <summary>From when on looks count.</summary>
    /// <exception cref="ProblemException">The word is none.</exception>
    public static DateTimeOffset? Since(DrapeStore store, string? span) => span switch
    {
        null or "" or "all" => null,
        "week" => store.Database.Now - Week,
        _ => throw new ProblemException(RequestProblems.WrongParameter($"'span' is '{span}': it is week or all.")),
    };

    /// <summary>Which section is asked for; null for all.</summary>
    /// <exception cref="ProblemException">The word is none.</exception>
    public static LookSection? SectionOf(string? word) => string.IsNullOrEmpty(word) ? null : LookWords.Section(word)
        ?? throw new ProblemException(RequestProblems.WrongParameter($"'section' is '{word}': it is women, men or open."));

    static async Task<JsonHttpResult<LeaderboardAnswer>> GetAsync(string? style, string? section, string? span, string? limit,
        Visitor visitor, DrapeStore store, CancellationToken cancellation)
    {
        int most = string.IsNullOrEmpty(limit) ? Usual
            : int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= Most ? number
            : throw new ProblemException(RequestProblems.WrongParameter($"'limit' is '{limit}': it is a number from 1 to {Most}."));
        var looks = await store.Leaderboard.ListAsync(await visitor.ViewerAsync(), LookRoutes.Asked("style", style),
            SectionOf(section), Since(store, span), most, cancellation);
        return JsonAnswer.Of(new LeaderboardAnswer([.. looks.Select(LookAnswer.Of)]));
    }
}
