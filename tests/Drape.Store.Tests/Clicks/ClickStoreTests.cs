using Drape.Store.Clicks;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Clicks;

public abstract class ClickStoreTests(TestDatabase place) : StoreTests(place)
{
    readonly SetClock _clock = new();
    Database _database = null!;

    ClickStore Clicks => new(_database);

    DateOnly Today => DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);

    public override async Task InitializeAsync() => _database = await Place.OpenAsync(_clock);

    [StoreFact]
    public async Task The_most_clicked_come_first()
    {
        await ClickAsync("a", 1);
        await ClickAsync("b", 3);
        await ClickAsync("c", 2);

        Assert.Equal([("b", 3), ("c", 2)], (await Clicks.MostAsync(Today, 2)).Select(c => (c.Product, c.Clicks)));
    }

    [StoreFact]
    public async Task Before_anybody_clicked_there_are_none() => Assert.Empty(await Clicks.MostAsync(Today, 9));

    [StoreFact]
    public async Task Clicks_of_all_places_and_styles_are_added_up()
    {
        await Clicks.CountAsync(new Click("shop", "a", ClickPlace.Alikes));
        await Clicks.CountAsync(new Click("shop", "a", ClickPlace.Look));
        await Clicks.CountAsync(new Click("shop", "a", ClickPlace.Look, "casual"));

        Assert.Equal(3, Assert.Single(await Clicks.MostAsync(Today, 9)).Clicks);
        Assert.Equal(1, Assert.Single(await Clicks.MostAsync(Today, 9, "casual")).Clicks);
    }

    [StoreFact]
    public async Task The_same_id_in_another_catalog_is_another_product()
    {
        await Clicks.CountAsync(new Click("shop", "a", ClickPlace.Look));
        await Clicks.CountAsync(new Click("other", "a", ClickPlace.Look));

        Assert.Equal(["other", "shop"], (await Clicks.MostAsync(Today, 9)).Select(c => c.Catalog));
    }

    [StoreFact]
    public async Task Days_before_do_not_count()
    {
        await ClickAsync("a", 5);
        _clock.Advance(TimeSpan.FromDays(1));
        await ClickAsync("b", 1);

        Assert.Equal("b", Assert.Single(await Clicks.MostAsync(Today, 9)).Product);
        Assert.Equal(2, (await Clicks.MostAsync(Today.AddDays(-1), 9)).Count);
    }

    [StoreFact]
    public async Task Many_that_click_at_once_are_all_counted()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Clicks.CountAsync(new Click("shop", "a", ClickPlace.Look))));

        Assert.Equal(20, Assert.Single(await Clicks.MostAsync(Today, 9)).Clicks);
    }

    async Task ClickAsync(string product, int times)
    {
        for (int i = 0; i < times; i++)
        {
            await Clicks.CountAsync(new Click("shop", product, ClickPlace.Alikes));
        }
    }

    public sealed class OnSqlite() : ClickStoreTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : ClickStoreTests(new PostgresTestDatabase());
}

public class ClickTests
{
    [Theory]
    [InlineData("Casual")]
    [InlineData("")]
    [InlineData("a b")]
    public void A_style_is_one_of_the_networks_words(string style) =>
        Assert.Throws<ArgumentException>(() => new Click("shop", "a", ClickPlace.Look, style));
}
