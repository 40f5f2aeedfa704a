using Drape.Store.Looks;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Looks;

public abstract class CommentStoreTests(TestDatabase place) : LookTests(place)
{
    [StoreFact]
    public async Task Comments_stand_under_a_look_the_last_first()
    {
        var look = await PostAsync(Ann);
        await Comments.AddAsync(Ben.Id, look.Id, "  The belt makes it.  ", Gallery.Limits);
        await Comments.AddAsync(Ann.Id, look.Id, "Thank you!", Gallery.Limits);

        var said = await ListedAsync(null, look);

        Assert.Equal([("Ann", "Thank you!"), ("Ben", "The belt makes it.")], said.Select(c => (c.Author.Name, c.Text)));
        Assert.Equal(2, (await SeenAsync(null, look))!.Comments);
        Assert.Equal(["The belt makes it."], (await Comments.ListAsync(Viewer.Anybody, look.Id, said[0].Id, 10)).Select(c => c.Text));
    }

    [StoreFact]
    public async Task What_turns_letters_around_and_all_but_one_empty_line_is_left_out()
    {
        var look = await PostAsync(Ann);
        await Comments.AddAsync(Ben.Id, look.Id, "So \u202Egood\u202C\n\n \n\n\nשלום", Gallery.Limits);

        Assert.Equal(["So good\n\nשלום"], (await ListedAsync(null, look)).Select(comment => comment.Text));
    }

    [StoreFact]
    public async Task Nobody_says_anything_to_what_they_may_not_see_nor_reads_it()
    {
        var look = await PostAsync(Ann, Gallery.Look(LookVisibility.Private));
        await Comments.AddAsync(Ann.Id, look.Id, "A note to myself", Gallery.Limits);

        Assert.Null(await Comments.AddAsync(Ben.Id, look.Id, "I see you", Gallery.Limits));
        Assert.Empty(await ListedAsync(Ben.Id, look));
        Assert.Single(await ListedAsync(Ann.Id, look));
    }

    [StoreFact]
    public async Task Who_blocks_somebody_reads_nothing_of_them_and_shows_nothing_of_them()
    {
        var look = await PostAsync(Ann);
        var others = await PostAsync(Cho);
        await Comments.AddAsync(Ben.Id, look.Id, "Hm.", Gallery.Limits);
        await Comments.AddAsync(Ben.Id, others.Id, "Hm!", Gallery.Limits);

        await Circles.BlockAsync(Ann.Id, Ben.Handle, true);

        Assert.Empty(await ListedAsync(Ann.Id, look));
        Assert.Empty(await ListedAsync(Ann.Id, others));
        Assert.Empty(await ListedAsync(null, look)); // under her look nobody reads it
        Assert.Single(await ListedAsync(Cho.Id, others));
        Assert.Equal(0, (await SeenAsync(Cho, look))!.Comments);
    }

    [StoreFact]
    public async Task A_comment_is_deleted_by_its_author_and_by_the_looks()
    {
        var look = await PostAsync(Ann);
        var first = (await Comments.AddAsync(Ben.Id, look.Id, "One", Gallery.Limits))!;
        var second = (await Comments.AddAsync(Ben.Id, look.Id, "Two", Gallery.Limits))!;

        Assert.False(await Comments.DeleteAsync(Cho.Id, look.Id, first.Id));
        Assert.True(await Comments.DeleteAsync(Ben.Id, look.Id, first.Id));
        Assert.True(await Comments.DeleteAsync(Ann.Id, look.Id, second.Id));

        Assert.Empty(await ListedAsync(null, look));
    }

    [StoreFact]
    public async Task Nobody_says_more_in_an_hour_than_they_may()
    {
        var look = await PostAsync(Ann);
        var limits = Gallery.Limits with { CommentsAnHour = 1 };
        await Comments.AddAsync(Ben.Id, look.Id, "One", limits);

        Assert.Null(await Comments.AddAsync(Ben.Id, look.Id, "Two", limits));
        Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.NotNull(await Comments.AddAsync(Ben.Id, look.Id, "Two", limits));
    }

    [StoreFact]
    public async Task What_is_no_text_is_no_comment()
    {
        var look = await PostAsync(Ann);

        foreach (string text in (string[])["   ", "a\0b", new string('a', CommentStore.LongestText + 1)])
        {
            await Assert.ThrowsAsync<ArgumentException>(() => Comments.AddAsync(Ben.Id, look.Id, text, Gallery.Limits));
        }
    }

    Task<IReadOnlyList<LookComment>> ListedAsync(long? viewer, Look look) =>
        Comments.ListAsync(new Viewer(viewer), look.Id, null, 100);

    public sealed class OnSqlite() : CommentStoreTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : CommentStoreTests(new PostgresTestDatabase());
}
