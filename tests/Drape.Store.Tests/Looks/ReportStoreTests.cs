using Drape.Store.Looks;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Looks;

public abstract class ReportStoreTests(TestDatabase place) : LookTests(place)
{
    [StoreFact]
    public async Task What_several_report_waits_once_with_all_that_they_say()
    {
        var look = await PostAsync(Ann);
        await ReportAsync(Ben.Id, look, ReportReason.Stolen, "Mine, from May.");
        await ReportAsync(Cho.Id, look, ReportReason.Stolen, null);
        await ReportAsync(Cho.Id, look, ReportReason.Spam, null); // again: the last reason counts

        var thing = Assert.Single(await Reports.OpenAsync(Cho.Id));

        Assert.Equal((look.Id, 2, 1), (thing.Look.Id, thing.Count, await Reports.CountAsync()));
        Assert.Equal([(ReportReason.Stolen, 1), (ReportReason.Spam, 1)], thing.Reasons);
        Assert.Equal(["Mine, from May."], thing.Notes);
    }

    [StoreFact]
    public async Task What_is_hidden_is_its_authors_alone_until_it_is_let_stand()
    {
        var look = await PostAsync(Ann);
        await ReportAsync(Ben.Id, look, ReportReason.Other, null);

        Assert.True(await Reports.DecideAsync(look.Id, null, hides: true));
        Assert.Null(await SeenAsync(Ben, look));
        Assert.NotNull((await SeenAsync(Ann, look))!.HiddenAt);
        Assert.Empty(await ListedAsync(Ben, new LookFilter()));
        Assert.Empty(await Reports.OpenAsync(Cho.Id));

        Assert.True(await Reports.DecideAsync(look.Id, null, hides: false));
        Assert.NotNull(await SeenAsync(Ben, look));
    }

    [StoreFact]
    public async Task A_comment_is_hidden_without_its_look()
    {
        var look = await PostAsync(Ann);
        var comment = (await Comments.AddAsync(Ben.Id, look.Id, "Buy now", Gallery.Limits))!;
        Assert.True(await Reports.AddAsync(Cho.Id, look.Id, comment.Id, ReportReason.Spam, null, Gallery.Limits));

        var thing = Assert.Single(await Reports.OpenAsync(Cho.Id));
        Assert.Equal(("Buy now", "Ben"), (thing.CommentText, thing.CommentAuthor!.Name));
        await Reports.DecideAsync(look.Id, comment.Id, hides: true);

        Assert.Empty(await Comments.ListAsync(new Viewer(Cho.Id), look.Id, null, 10));
        Assert.Single(await Comments.ListAsync(new Viewer(Ben.Id), look.Id, null, 10));
        Assert.NotNull(await SeenAsync(Cho, look));
    }

    [StoreFact]
    public async Task Who_moderates_sees_what_was_reported_and_nothing_else_of_what_is_hidden_from_them()
    {
        var reported = await PostAsync(Ann, Gallery.Look(LookVisibility.Followers));
        var other = await PostAsync(Ann, Gallery.Look(LookVisibility.Followers));
        await Circles.FollowAsync(Ben.Id, Ann.Handle, true);
        await ReportAsync(Ben.Id, reported, ReportReason.Hate, null);
        var moderator = new Viewer(Cho.Id, Moderates: true);

        Assert.NotNull(await Looks.GetAsync(moderator, reported.Id));
        Assert.Null(await Looks.GetAsync(moderator, other.Id));
        Assert.Empty(await Looks.ListAsync(moderator, new LookFilter { Scope = LookScope.Visible }, null, 10));
    }

    [StoreFact]
    public async Task Nobody_reports_what_they_do_not_see_nor_more_than_they_may()
    {
        var secret = await PostAsync(Ann, Gallery.Look(LookVisibility.Private));
        var look = await PostAsync(Ann);
        var another = await PostAsync(Ann);

        Assert.False(await ReportAsync(Ben.Id, secret, ReportReason.Other, null));
        var limits = Gallery.Limits with { ReportsADay = 1 };
        Assert.True(await Reports.AddAsync(Ben.Id, look.Id, null, ReportReason.Other, null, limits));
        Assert.False(await Reports.AddAsync(Ben.Id, another.Id, null, ReportReason.Other, null, limits));
        Assert.False(await Reports.DecideAsync(another.Id, null, hides: true));
    }

    Task<bool> ReportAsync(long person, Look look, ReportReason reason, string? note) =>
        Reports.AddAsync(person, look.Id, null, reason, note, Gallery.Limits);

    public sealed class OnSqlite() : ReportStoreTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : ReportStoreTests(new PostgresTestDatabase());
}
