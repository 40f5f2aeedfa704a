using Drape.Store.Looks;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Looks;

public abstract class CircleStoreTests(TestDatabase place) : LookTests(place)
{
    [StoreFact]
    public async Task A_profile_counts_what_its_viewer_sees()
    {
        await PostAsync(Ann);
        await PostAsync(Ann, Gallery.Look(LookVisibility.Followers));
        await PostAsync(Ann, Gallery.Look(LookVisibility.Private));
        await Circles.FollowAsync(Ben.Id, Ann.Handle, true);
        await Circles.FollowAsync(Ann.Id, Cho.Handle, true);

        Assert.Equal(new Profile(new Member(Ann.Id, Ann.Handle, "Ann", null), 1, 1, 1, false, false, false), await ProfileAsync(null));
        Assert.Equal((2, true), (await ProfileAsync(Ben.Id)) is { } bens ? (bens.Looks, bens.Follows) : default);
        Assert.Equal((1, true), (await ProfileAsync(Cho.Id)) is { } chos ? (chos.Looks, chos.FollowsViewer) : default);
        Assert.Equal(3, (await ProfileAsync(Ann.Id))!.Looks);
    }

    [StoreFact]
    public async Task Nobody_follows_or_blocks_themselves_or_nobody()
    {
        Assert.Null(await Circles.FollowAsync(Ann.Id, Ann.Handle, true));
        Assert.Null(await Circles.BlockAsync(Ann.Id, Ann.Handle, true));
        Assert.Null(await Circles.FollowAsync(Ann.Id, "nobody", true));

        Assert.Equal((0, 0), (await ProfileAsync(Ann.Id)) is { } own ? (own.Followers, own.Following) : default);
        Assert.Empty(await Circles.BlockedAsync(Ann.Id));
    }

    [StoreFact]
    public async Task Who_is_blocked_neither_follows_nor_finds_the_page()
    {
        await Circles.FollowAsync(Ben.Id, Ann.Handle, true);
        await Circles.FollowAsync(Ann.Id, Ben.Handle, true);

        await Circles.BlockAsync(Ann.Id, Ben.Handle, true);

        Assert.Null(await ProfileAsync(Ben.Id));
        Assert.Null(await Circles.FollowAsync(Ben.Id, Ann.Handle, true));
        Assert.Equal((0, 0), (await ProfileAsync(null)) is { } page ? (page.Followers, page.Following) : default);
        Assert.Equal(["Ben"], (await Circles.BlockedAsync(Ann.Id)).Select(member => member.Name));
        var his = (await Circles.ProfileAsync(new Viewer(Ann.Id), Ben.Handle))!;
        Assert.Equal((true, false), (his.Blocks, his.Follows));
    }

    [StoreFact]
    public async Task Who_blocks_cannot_follow_before_unblocking()
    {
        await Circles.BlockAsync(Ann.Id, Ben.Handle, true);

        Assert.False((await Circles.FollowAsync(Ann.Id, Ben.Handle, true))!.Follows);
        await Circles.BlockAsync(Ann.Id, Ben.Handle, false);

        Assert.True((await Circles.FollowAsync(Ann.Id, Ben.Handle, true))!.Follows);
        Assert.Equal(["Ben"], (await Circles.FollowedAsync(Ann.Id)).Select(member => member.Name));
    }

    Task<Profile?> ProfileAsync(long? viewer) => Circles.ProfileAsync(new Viewer(viewer), Ann.Handle);

    public sealed class OnSqlite() : CircleStoreTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : CircleStoreTests(new PostgresTestDatabase());
}
