using Drape.Store.Blobs;
using Drape.Store.Looks;
using Drape.Store.People;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Looks;

public abstract class LookStoreTests(TestDatabase place) : LookTests(place)
{
    [StoreFact]
    public async Task Everything_of_a_look_is_kept()
    {
        var given = Gallery.Look(LookVisibility.Followers, section: LookSection.Women, text: "Rain,\r\nand proud of it.");

        var kept = (await SeenAsync(Ann, await PostAsync(Ann, given)))!;

        Assert.Equal((given.Picture, given.Preview, 50, 0.8, "casual", Clock.GetUtcNow()),
            (kept.Picture, kept.Preview, kept.Score, kept.Harmony, kept.Style.Style, kept.CreatedAt));
        Assert.Equal(new LookDetails
        {
            Text = "Rain,\nand proud of it.", Visibility = LookVisibility.Followers, Section = LookSection.Women,
        }, kept.Details);
        Assert.Equivalent(given.Reading, kept.Reading, strict: true);
        Assert.Equal(given.Palette, kept.Palette);
        Assert.Equal((Ann.Handle, "Ann"), (kept.Author.Handle, kept.Author.Name));
    }

    [StoreFact]
    public async Task A_look_for_everybody_is_seen_by_anybody()
    {
        var look = await PostAsync(Ann);

        Assert.NotNull(await SeenAsync(null, look));
        Assert.NotNull(await SeenAsync(Ben, look));
        Assert.Equal([look.Id], await ListedAsync(null, new LookFilter()));
    }

    [StoreFact]
    public async Task A_private_look_is_its_authors_alone()
    {
        var look = await PostAsync(Ann, Gallery.Look(LookVisibility.Private));
        await Circles.FollowAsync(Ben.Id, Ann.Handle, true);

        Assert.NotNull(await SeenAsync(Ann, look));
        Assert.Null(await SeenAsync(Ben, look));
        Assert.Null(await SeenAsync(null, look));
        foreach (var scope in Enum.GetValues<LookScope>())
        {
            Assert.Empty(await ListedAsync(Ben, new LookFilter { Scope = scope }));
            Assert.Empty(await ListedAsync(null, new LookFilter { Scope = scope }));
        }

        Assert.Equal([look.Id], await ListedAsync(Ann, new LookFilter { Scope = LookScope.Own }));
    }

    [StoreFact]
    public async Task A_look_for_followers_is_seen_by_them_while_they_follow()
    {
        var look = await PostAsync(Ann, Gallery.Look(LookVisibility.Followers));
        Assert.Null(await SeenAsync(Ben, look));

        await Circles.FollowAsync(Ben.Id, Ann.Handle, true);
        Assert.NotNull(await SeenAsync(Ben, look));
        Assert.Equal([look.Id], await ListedAsync(Ben, new LookFilter { Scope = LookScope.Following }));
        Assert.Empty(await ListedAsync(Ben, new LookFilter()));
        Assert.Null(await SeenAsync(Cho, look));

        await Circles.FollowAsync(Ben.Id, Ann.Handle, false);
        Assert.Null(await SeenAsync(Ben, look));
    }

    [StoreFact]
    public async Task A_block_holds_both_ways()
    {
        var hers = await PostAsync(Ann);
        var his = await PostAsync(Ben);

        await Circles.BlockAsync(Ann.Id, Ben.Handle, true);

        Assert.Null(await SeenAsync(Ben, hers));
        Assert.Null(await SeenAsync(Ann, his));
        Assert.Equal([hers.Id], await ListedAsync(Ann, new LookFilter { Scope = LookScope.Visible }));
        Assert.Equal([his.Id], await ListedAsync(Ben, new LookFilter { Scope = LookScope.Visible }));
        Assert.Equal([his.Id, hers.Id], await ListedAsync(Cho, new LookFilter()));

        await Circles.BlockAsync(Ann.Id, Ben.Handle, false);
        Assert.NotNull(await SeenAsync(Ben, hers));
    }

    [StoreFact]
    public async Task Nobody_else_changes_deletes_or_restores_a_look()
    {
        var look = await PostAsync(Ann, Gallery.Look(text: "Mine"));

        Assert.Null(await Looks.ChangeAsync(Ben.Id, look.Id, details => details with { Text = "His" }));
        Assert.False(await Looks.DeleteAsync(Ben.Id, look.Id));
        await Looks.DeleteAsync(Ann.Id, look.Id);
        Assert.Null(await Looks.RestoreAsync(Ben.Id, look.Id));
        Assert.Null(await SeenAsync(Ann, look));

        Assert.Equal("Mine", (await Looks.RestoreAsync(Ann.Id, look.Id))!.Details.Text);
    }

    [StoreFact]
    public async Task What_is_said_of_a_look_can_be_changed()
    {
        var look = await PostAsync(Ann);
        Clock.Advance(TimeSpan.FromMinutes(1));

        var changed = (await Looks.ChangeAsync(Ann.Id, look.Id, details => details with
        {
            Text = "Now with words", Visibility = LookVisibility.Private, Section = LookSection.Men,
        }))!;

        Assert.Equal(("Now with words", LookVisibility.Private, LookSection.Men, Clock.GetUtcNow()),
            (changed.Details.Text, changed.Details.Visibility, changed.Details.Section, changed.ChangedAt));
        Assert.Null(await SeenAsync(Ben, look));
    }

    [StoreFact]
    public async Task A_like_counts_once_and_is_taken_back()
    {
        var look = await PostAsync(Ann);
        await Looks.LikeAsync(Ben.Id, look.Id, true);

        var liked = (await Looks.LikeAsync(Ben.Id, look.Id, true))!;
        Assert.Equal((1, true), (liked.Likes, liked.Liked));
        Assert.False((await SeenAsync(Cho, look))!.Liked);

        Assert.Equal(0, (await Looks.LikeAsync(Ben.Id, look.Id, false))!.Likes);
    }

    [StoreFact]
    public async Task What_one_may_not_see_one_neither_likes_nor_scraps()
    {
        var look = await PostAsync(Ann, Gallery.Look(LookVisibility.Private));

        Assert.Null(await Looks.LikeAsync(Ben.Id, look.Id, true));
        Assert.Null(await Looks.ScrapAsync(Ben.Id, look.Id, true));

        Assert.Equal(0, (await SeenAsync(Ann, look))!.Likes);
        var (likes, scraps) = await Looks.MarksAsync(Ben.Id);
        Assert.Empty(likes.Concat(scraps));
    }

    [StoreFact]
    public async Task Scraps_are_ones_own_and_go_with_the_look()
    {
        var look = await PostAsync(Ann);
        await Looks.ScrapAsync(Ben.Id, look.Id, true);

        Assert.Equal([look.Id], await ListedAsync(Ben, new LookFilter { Scope = LookScope.Scrapped }));
        Assert.Empty(await ListedAsync(Ann, new LookFilter { Scope = LookScope.Scrapped }));

        await Looks.ChangeAsync(Ann.Id, look.Id, details => details with { Visibility = LookVisibility.Private });
        Assert.Empty(await ListedAsync(Ben, new LookFilter { Scope = LookScope.Scrapped }));
    }

    [StoreFact]
    public async Task Looks_are_found_by_style_and_by_person_page_after_page()
    {
        var first = await PostAsync(Ann, Gallery.Look(style: "formal"));
        var second = await PostAsync(Ben, Gallery.Look(style: "formal"));
        var third = await PostAsync(Ann, Gallery.Look(style: "street"));

        Assert.Equal([second.Id, first.Id], await ListedAsync(null, new LookFilter { Style = "formal" }));
        Assert.Equal([third.Id, first.Id], await ListedAsync(null, new LookFilter { Handle = Ann.Handle }));
        Assert.Equal([second.Id], (await Looks.ListAsync(Viewer.Anybody, new LookFilter(), third.Id, 1)).Select(l => l.Id));
    }

    [StoreFact]
    public async Task Nobody_posts_more_than_they_may()
    {
        var limits = Gallery.Limits with { Looks = 3, LooksADay = 2 };
        for (int i = 0; i < 2; i++)
        {
            Assert.NotNull(await Looks.AddAsync(Ann.Id, Gallery.Look(), limits));
        }

        Assert.Null(await Looks.AddAsync(Ann.Id, Gallery.Look(), limits));
        Clock.Advance(TimeSpan.FromHours(25));
        Assert.NotNull(await Looks.AddAsync(Ann.Id, Gallery.Look(), limits));
        Clock.Advance(TimeSpan.FromHours(25));
        Assert.Null(await Looks.AddAsync(Ann.Id, Gallery.Look(), limits));
        Assert.NotNull(await Looks.AddAsync(Ben.Id, Gallery.Look(), limits));
    }

    [StoreFact]
    public async Task What_was_taken_away_is_forgotten_after_30_days_and_its_picture_shown_until_then()
    {
        var look = await PostAsync(Ann);
        await Looks.DeleteAsync(Ann.Id, look.Id);
        var use = new PictureUse(Database);

        Clock.Advance(TimeSpan.FromDays(29));
        Assert.Empty(await Looks.PurgeAsync());
        Assert.True(await use.IsUsedAsync(look.Picture));
        Assert.True(await use.IsUsedAsync(look.Preview));

        Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal([look.Picture, look.Preview], await Looks.PurgeAsync());
        Assert.False(await use.IsUsedAsync(look.Picture));
        Assert.False(await use.IsUsedAsync(look.Preview));
    }

    [StoreFact]
    public async Task A_person_who_goes_leaves_nothing()
    {
        var hers = await PostAsync(Ann);
        var his = await PostAsync(Ben);
        await Looks.LikeAsync(Ann.Id, his.Id, true);
        await Comments.AddAsync(Ann.Id, his.Id, "Nice", Gallery.Limits);
        await Circles.FollowAsync(Ann.Id, Ben.Handle, true);

        Assert.Equal([hers.Picture, hers.Preview], await Looks.ForgetAllAsync(Ann.Id));
        await new PersonStore(Database).DeleteAsync(Ann.Id);

        var left = (await SeenAsync(Ben, his))!;
        Assert.Equal((0, 0), (left.Likes, left.Comments));
        Assert.Equal(0, (await Circles.ProfileAsync(Viewer.Anybody, Ben.Handle))!.Followers);
    }

    [StoreFact]
    public async Task Nobody_has_no_looks() => await Assert.ThrowsAsync<StoreException>(
        () => Looks.AddAsync(Ann.Id + Ben.Id + Cho.Id + 1, Gallery.Look(), Gallery.Limits));

    public sealed class OnSqlite() : LookStoreTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : LookStoreTests(new PostgresTestDatabase());
}
