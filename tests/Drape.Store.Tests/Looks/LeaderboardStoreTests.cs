using Drape.Store.Looks;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Looks;

public abstract class LeaderboardStoreTests(TestDatabase place) : LookTests(place)
{
    [StoreFact]
    public async Task The_best_look_of_each_person_stands_there_by_score()
    {
        await PostAsync(Ann, Gallery.Look(score: 60));
        var anns = await PostAsync(Ann, Gallery.Look(score: 80));
        var bens = await PostAsync(Ben, Gallery.Look(score: 90));

        Assert.Equal([bens.Id, anns.Id], await BoardAsync());
    }

    [StoreFact]
    public async Task Of_equals_the_one_comes_first_that_more_like()
    {
        var anns = await PostAsync(Ann, Gallery.Look(score: 80));
        var bens = await PostAsync(Ben, Gallery.Look(score: 80));
        Assert.Equal([anns.Id, bens.Id], await BoardAsync());

        await Looks.LikeAsync(Cho.Id, bens.Id, true);

        Assert.Equal([bens.Id, anns.Id], await BoardAsync());
    }

    [StoreFact]
    public async Task It_has_a_board_for_each_style_and_section_and_for_a_time()
    {
        var old = await PostAsync(Ann, Gallery.Look(style: "formal", score: 90, section: LookSection.Women));
        Clock.Advance(TimeSpan.FromDays(8));
        var week = Clock.GetUtcNow().AddDays(-7);
        var casual = await PostAsync(Ann, Gallery.Look(style: "casual", score: 40, section: LookSection.Women));
        var mens = await PostAsync(Ben, Gallery.Look(style: "formal", score: 70, section: LookSection.Men));

        Assert.Equal([old.Id, mens.Id], await BoardAsync("formal"));
        Assert.Equal([old.Id], await BoardAsync(section: LookSection.Women));
        Assert.Equal([casual.Id], await BoardAsync(section: LookSection.Women, since: week));
        Assert.Equal([mens.Id, casual.Id], await BoardAsync(since: week));
        Assert.Equal(["formal", "casual"], await new LeaderboardStore(Database).StylesAsync());
    }

    [StoreFact]
    public async Task Only_what_everybody_may_see_stands_there()
    {
        await PostAsync(Ann, Gallery.Look(LookVisibility.Private));
        await PostAsync(Ann, Gallery.Look(LookVisibility.Followers));
        var hidden = await PostAsync(Ann);
        await Reports.AddAsync(Ben.Id, hidden.Id, null, ReportReason.Spam, null, Gallery.Limits);
        await Reports.DecideAsync(hidden.Id, null, hides: true);
        var taken = await PostAsync(Ann);
        await Looks.DeleteAsync(Ann.Id, taken.Id);
        await Circles.FollowAsync(Ben.Id, Ann.Handle, true);

        Assert.Empty(await BoardAsync(viewer: Ann.Id));
        Assert.Empty(await BoardAsync(viewer: Ben.Id));
    }

    [StoreFact]
    public async Task Who_was_blocked_is_left_out()
    {
        await PostAsync(Ann);
        await Circles.BlockAsync(Ben.Id, Ann.Handle, true);

        Assert.Empty(await BoardAsync(viewer: Ben.Id));
        Assert.Single(await BoardAsync(viewer: Cho.Id));
    }

    async Task<IEnumerable<long>> BoardAsync(string? style = null, LookSection? section = null, DateTimeOffset? since = null,
        long? viewer = null) => (await new LeaderboardStore(Database).ListAsync(
            new Viewer(viewer), style, section, since, 50)).Select(look => look.Id);

    public sealed class OnSqlite() : LeaderboardStoreTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : LeaderboardStoreTests(new PostgresTestDatabase());
}
