using Drape.Colours;
using Drape.Imaging;
using Drape.Store.Blobs;
using Drape.Store.Catalogs;
using Drape.Store.Products;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Products;

public abstract class ProductStoreTests(TestDatabase place) : StoreTests(place)
{
    int _shop;

    ProductStore Products => new(Database);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _shop = (await new CatalogStore(Database).CreateAsync("shop")).Id;
    }

    [StoreFact]
    public async Task Everything_of_a_product_is_kept()
    {
        var colour = new NamedColour("navy", "#1f2a4d", 0.81, "midnight blue");
        var reading = new Garment
        {
            Type = "shirt",
            Confidence = 0.97,
            Box = new PixelBox(1, 2, 30, 40),
            Colour = "navy",
            ColourConfidence = 0.9,
            Colours = [colour],
            Pattern = "striped",
            PatternConfidence = 0.8,
            Alternatives = [new TypeAlternative("polo", 0.02)],
        };
        var given = new NewProduct
        {
            Key = "15970/a b",
            Name = "Oxford shirt",
            Names = new Dictionary<string, string> { ["ko"] = "옥스퍼드 셔츠", ["fr"] = "Chemise d'été" },
            Price = 1234567.8901m,
            Currency = "EUR",
            Link = "https://shop.example/15970?a=1&b=2",
            Category = "Men > Shirts",
            Gender = "Men",
            Picture = BlobKey.Of([1, 2, 3]),
            PictureSource = "pictures/15970.jpg",
            Type = "shirt",
            Colour = "navy",
            Pattern = "striped",
            Colours = [colour],
            Attributes = new Dictionary<string, string> { ["season"] = "Summer" },
            Reading = reading,
            Embedding = Shop.Embedding("a", 8),
            Network = Shop.Network,
        };

        await Products.UpsertAsync(_shop, [given]);
        var kept = (await Products.GetAsync(_shop, given.Key))!;

        Assert.Equal("shop", kept.Catalog);
        Assert.False(kept.Retired);
        Assert.Equivalent(new
        {
            given.Key, given.Name, given.Names, given.Price, given.Currency, given.Link, given.Category, given.Gender, given.Picture,
            given.PictureSource, given.Type, given.Colour, given.Pattern, given.Colours, given.Attributes, given.Reading,
        }, kept);
    }

    [StoreFact]
    public async Task A_product_of_which_only_the_key_is_known_is_kept()
    {
        await Products.UpsertAsync(_shop, [new NewProduct { Key = "k" }]);

        var kept = (await Products.GetAsync(_shop, "k"))!;

        Assert.Null(kept.Name);
        Assert.Null(kept.Price);
        Assert.Null(kept.Reading);
        Assert.Empty(kept.Names);
    }

    [StoreFact]
    public async Task A_price_reads_back_with_the_digits_it_has()
    {
        await Products.UpsertAsync(_shop, [Shop.Product("k", price: 39.90m)]);

        Assert.Equal("39.9", (await Products.GetAsync(_shop, "k"))!.Price!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [StoreFact]
    public async Task A_new_product_is_inserted_a_different_one_updated_an_equal_one_left()
    {
        await Products.UpsertAsync(_shop, [Shop.Product("same"), Shop.Product("other")]);

        var outcomes = await Products.UpsertAsync(
            _shop, [Shop.Product("same"), Shop.Product("other", price: 1), Shop.Product("new")]);

        Assert.Equal(
            [("new", UpsertOutcome.Inserted), ("other", UpsertOutcome.Updated), ("same", UpsertOutcome.Unchanged)],
            outcomes.Select(o => (o.Key, o.Outcome)));
    }

    [StoreFact]
    public async Task An_outcome_tells_the_products_number()
    {
        await Products.UpsertAsync(_shop, [Shop.Product("same"), Shop.Product("other")]);

        var outcomes = await Products.UpsertAsync(
            _shop, [Shop.Product("same"), Shop.Product("other", price: 1), Shop.Product("new")]);

        var found = await Products.GetAsync([.. outcomes.Select(o => o.Id)]);
        Assert.Equal(outcomes.Select(o => o.Key), found.Select(p => p.Key));
    }

    [StoreFact]
    public async Task Only_a_change_moves_the_time_of_the_change()
    {
        await Products.UpsertAsync(_shop, [Shop.Product("k")]);
        var first = (await Products.GetAsync(_shop, "k"))!.ChangedAt;

        await Products.UpsertAsync(_shop, [Shop.Product("k")]);

        Assert.Equal(first, (await Products.GetAsync(_shop, "k"))!.ChangedAt);
    }

    [StoreFact]
    public async Task Of_two_products_with_one_key_the_later_counts()
    {
        await Products.UpsertAsync(_shop, [Shop.Product("k", price: 1), Shop.Product("k", price: 2)]);

        Assert.Equal(2, (await Products.GetAsync(_shop, "k"))!.Price);
    }

    [StoreFact]
    public async Task The_same_key_in_two_catalogs_is_two_products()
    {
        int other = (await new CatalogStore(Database).CreateAsync("other")).Id;
        await Products.UpsertAsync(_shop, [Shop.Product("k", price: 1)]);

        await Products.UpsertAsync(other, [Shop.Product("k", price: 2)]);

        Assert.Equal(1, (await Products.GetAsync(_shop, "k"))!.Price);
    }

    [StoreFact]
    public async Task A_catalog_that_is_not_there_is_a_sentence()
    {
        var refused = await Assert.ThrowsAsync<StoreException>(() => Products.UpsertAsync(999, [Shop.Product("k")]));

        Assert.Equal("There is no such catalog, or no longer.", refused.Message);
    }

    [StoreFact]
    public async Task Pages_follow_each_other_by_key_without_gap_or_repeat()
    {
        string[] keys = [.. Enumerable.Range(0, 25).Select(i => (i % 2 == 0 ? "a" : "B") + i), "é", "옷", "_"];
        await Products.UpsertAsync(_shop, [.. keys.Select(k => Shop.Product(k))]);

        var read = new List<string>();
        for (string? after = null; ;)
        {
            var page = await Products.ListAsync(_shop, after, 7);
            if (page.Count == 0)
            {
                break;
            }

            read.AddRange(page.Select(p => p.Key));
            after = read[^1];
        }

        Assert.Equal(keys.Order(StringComparer.Ordinal), read);
    }

    [StoreFact]
    public async Task More_products_than_one_step_takes_are_all_kept()
    {
        await Products.UpsertAsync(_shop, Shop.Products(1234));

        Assert.Equal(new CatalogCounts(1234, 0), await new CatalogStore(Database).CountAsync(_shop));
    }

    public sealed class OnSqlite() : ProductStoreTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : ProductStoreTests(new PostgresTestDatabase());
}
