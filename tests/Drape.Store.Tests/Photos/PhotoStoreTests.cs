using Dapper;
using Drape.Store.Photos;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Photos;

public abstract class PhotoStoreTests(TestDatabase place) : StoreTests(place)
{
    readonly SetClock _clock = new();
    Database _database = null!;

    PhotoStore Photos => new(_database);

    public override async Task InitializeAsync() => _database = await Place.OpenAsync(_clock);

    [StoreFact]
    public async Task Everything_of_a_reading_is_kept()
    {
        var photo = Album.Photo("a.jpg", "casual", Album.Garment("t-shirt"), Album.Garment("jeans", "blue", "Jeans"));

        var saved = await Photos.SaveAsync(photo);
        var kept = (await Photos.GetAsync(saved.Id))!;

        Assert.Equal(
            (photo.Source, photo.Content, _clock.GetUtcNow(), _clock.GetUtcNow()),
            (kept.Source, kept.Content, kept.SavedAt, kept.ReadAt));
        Assert.Equivalent(photo.Reading, kept.Reading, strict: true);
    }

    [StoreFact]
    public async Task What_is_kept_of_a_url_is_found_by_it()
    {
        var saved = await Photos.SaveAsync(Album.Photo("a.jpg", "casual", Album.Garment("t-shirt")));

        Assert.Equal(saved.Id, (await Photos.FindAsync(saved.Source!))!.Id);
        Assert.Null(await Photos.FindAsync(saved.Source + "?other"));
    }

    [StoreFact]
    public async Task The_same_url_again_is_the_same_row_with_the_new_reading()
    {
        var first = await Photos.SaveAsync(Album.Photo("a.jpg", "casual", Album.Garment("t-shirt")));
        _clock.Advance(TimeSpan.FromDays(1));

        var second = await Photos.SaveAsync(Album.Photo("a.jpg", "formal", Album.Garment("jacket", "black")));

        Assert.Equal((first.Id, first.SavedAt, first.ReadAt.AddDays(1)), (second.Id, second.SavedAt, second.ReadAt));
        Assert.Equal("formal", Assert.Single(await Photos.ListAsync(PhotoFilter.All, null, 10)).Reading.Style!.Stated);
    }

    [StoreFact]
    public async Task A_photo_is_no_longer_found_by_what_its_last_reading_said()
    {
        await Photos.SaveAsync(Album.Photo("a.jpg", "casual", Album.Garment("t-shirt")));
        await Photos.SaveAsync(Album.Photo("a.jpg", "formal", Album.Garment("jacket")));

        Assert.Empty(await Photos.ListAsync(new PhotoFilter { Type = "t-shirt" }, null, 10));
        Assert.Empty(await Photos.ListAsync(new PhotoFilter { Style = "casual" }, null, 10));
    }

    [StoreFact]
    public async Task Many_that_save_one_url_at_once_make_one_row()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => Photos.SaveAsync(Album.Photo("a.jpg", "casual", Album.Garment("t-shirt")))));

        Assert.Single(await Photos.ListAsync(PhotoFilter.All, null, 10));
    }

    [StoreFact]
    public async Task The_same_photo_sent_twice_is_one_row()
    {
        var sent = Album.Photo("a.jpg", "casual") with { Source = null };

        var first = await Photos.SaveAsync(sent);
        var second = await Photos.SaveAsync(sent);

        Assert.Equal((first.Id, null), (second.Id, second.Source));
    }

    [StoreFact]
    public async Task A_photo_that_was_sent_and_the_same_from_a_url_are_two()
    {
        var fetched = Album.Photo("a.jpg", "casual");

        var first = await Photos.SaveAsync(fetched);
        var second = await Photos.SaveAsync(fetched with { Source = null });

        Assert.NotEqual(first.Id, second.Id);
    }

    [StoreFact]
    public async Task Photos_are_found_by_each_thing_that_was_read()
    {
        var wanted = await Photos.SaveAsync(
            Album.Photo("a.jpg", "street", Album.Garment("jeans", "blue", "Jeans", "Women", "striped")));
        await Photos.SaveAsync(Album.Photo("b.jpg", "formal", Album.Garment("t-shirt")));

        PhotoFilter[] filters =
        [
            new() { Gender = "Women" }, new() { ArticleType = "Jeans" }, new() { Type = "jeans" }, new() { Colour = "blue" },
            new() { Pattern = "striped" }, new() { Style = "street" },
            new() { SubCategory = "Topwear", MasterCategory = "Apparel", Colour = "blue", Style = "street" },
        ];
        foreach (var filter in filters)
        {
            Assert.Equal(wanted.Id, Assert.Single(await Photos.ListAsync(filter, null, 10)).Id);
        }
    }

    [StoreFact]
    public async Task Small_and_capital_letters_do_not_matter()
    {
        await Photos.SaveAsync(Album.Photo("a.jpg", "casual", Album.Garment("t-shirt")));

        Assert.Single(await Photos.ListAsync(new PhotoFilter { ArticleType = "tSHIRTS", Style = "Casual" }, null, 10));
    }

    [StoreFact]
    public async Task One_garment_has_to_be_all_that_is_asked()
    {
        await Photos.SaveAsync(
            Album.Photo("a.jpg", "casual", Album.Garment("t-shirt", "navy"), Album.Garment("jeans", "blue", "Jeans")));

        Assert.Empty(await Photos.ListAsync(new PhotoFilter { ArticleType = "Jeans", Colour = "navy" }, null, 10));
    }

    [StoreFact]
    public async Task A_photo_with_two_such_garments_is_one_photo()
    {
        await Photos.SaveAsync(Album.Photo("a.jpg", "casual", Album.Garment("t-shirt"), Album.Garment("t-shirt")));

        Assert.Single(await Photos.ListAsync(new PhotoFilter { Type = "t-shirt" }, null, 10));
    }

    [StoreFact]
    public async Task Pages_follow_each_other_from_the_newest_without_gap_or_repeat()
    {
        var saved = new List<long>();
        for (int i = 0; i < 11; i++)
        {
            var kind = i % 3 == 0 ? Album.Garment("jeans") : Album.Garment("t-shirt");
            var photo = await Photos.SaveAsync(Album.Photo($"{i}.jpg", "casual", kind, Album.Garment("t-shirt")));
            saved.Add(photo.Id);
        }

        var read = new List<long>();
        var filter = new PhotoFilter { Type = "t-shirt", Style = "casual" };
        while (await Photos.ListAsync(filter, read.Count == 0 ? null : read[^1], 4) is { Count: > 0 } page)
        {
            read.AddRange(page.Select(p => p.Id));
        }

        Assert.Equal(saved.OrderDescending(), read);
    }

    [StoreFact]
    public async Task A_deleted_photo_is_gone_with_its_garments()
    {
        var saved = await Photos.SaveAsync(Album.Photo("a.jpg", "casual", Album.Garment("t-shirt")));

        Assert.True(await Photos.DeleteAsync(saved.Id));

        Assert.Null(await Photos.GetAsync(saved.Id));
        Assert.Equal(0, await _database.ReadAsync((c, _) => c.ExecuteScalarAsync<int>("select count(*) from photo_garment")));
    }

    [StoreFact]
    public async Task Deleting_what_is_not_there_says_so() => Assert.False(await Photos.DeleteAsync(1));

    public sealed class OnSqlite() : PhotoStoreTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : PhotoStoreTests(new PostgresTestDatabase());
}
