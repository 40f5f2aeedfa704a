using Dapper;
using Drape.Similarity;
using Drape.Store.Catalogs;
using Drape.Store.Products;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Products;

public abstract class ReplaceTests(TestDatabase place) : StoreTests(place)
{
    int _shop;

    ProductStore Products => new(Database);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _shop = (await new CatalogStore(Database).CreateAsync("shop")).Id;
        await Products.UpsertAsync(_shop, [Shop.Product("a"), Shop.Product("b")]);
    }

    [StoreFact]
    public async Task What_nobody_changed_is_written()
    {
        var known = await KnownAsync();

        var written = await Products.ReplaceAsync(_shop, Renamed(known));

        Assert.Equal(["a", "b"], written.Order());
        Assert.Equal("new", (await Products.GetAsync(_shop, "a"))!.Name);
    }

    [StoreFact]
    public async Task What_stays_as_it_is_gets_the_words_that_a_newer_version_finds_it_by()
    {
        var known = await KnownAsync();
        await Database.WriteAsync((connection, _) => connection.ExecuteAsync("delete from product_words"));

        await Products.ReplaceAsync(_shop, [.. known.Values.Select(k => (k, k.Facts))]);

        Assert.Equal(2, (await Products.FindAsync([_shop], known["a"].Facts.Name!, 10)).Count);
    }

    [StoreFact]
    public async Task What_was_changed_since_it_was_read_is_left_alone_and_the_others_are_written()
    {
        var known = await KnownAsync();
        await Products.UpsertAsync(_shop, [Shop.Product("a", price: 1)]);

        var written = await Products.ReplaceAsync(_shop, Renamed(known));

        Assert.Equal(["b"], written);
        Assert.Equal(1, (await Products.GetAsync(_shop, "a"))!.Price);
    }

    [StoreFact]
    public async Task What_was_retired_or_deleted_since_stays_so()
    {
        var known = await KnownAsync();
        await Products.RetireAsync(_shop, ["a"]);
        await Products.DeleteAsync(_shop, ["b"]);

        Assert.Empty(await Products.ReplaceAsync(_shop, Renamed(known)));
        Assert.True((await Products.GetAsync(_shop, "a"))!.Retired);
        Assert.Null(await Products.GetAsync(_shop, "b"));
    }

    [StoreFact]
    public async Task A_product_that_was_deleted_and_is_there_again_is_another()
    {
        var known = await KnownAsync();
        await Products.DeleteAsync(_shop, ["a"]);
        await Products.UpsertAsync(_shop, [Shop.Product("a")]);

        Assert.Equal(["b"], await Products.ReplaceAsync(_shop, Renamed(known)));
    }

    [StoreFact]
    public async Task Kinds_read_back_as_they_were_put()
    {
        await Products.UpsertAsync(_shop, [Shop.Product("b") with { Kinds = null }, Shop.Product("c") with { Kinds = Kinds.Unknown }]);

        var known = await Products.KnownAsync(_shop, ["a", "b", "c"]);

        Assert.Equal(Shop.Product("a").Kinds!.Shares, known["a"].Facts.Kinds!.Shares);
        Assert.Null(known["b"].Facts.Kinds);
        Assert.False(known["c"].Facts.Kinds!.AreKnown);
    }

    [StoreFact]
    public async Task What_is_put_as_it_is_known_is_unchanged_with_kinds_and_without()
    {
        await Products.UpsertAsync(_shop, [Shop.Product("b") with { Kinds = null }]);
        var known = await KnownAsync();

        var again = await Products.UpsertAsync(_shop, [.. known.Values.Select(k => k.Facts)]);

        Assert.All(again, u => Assert.Equal(UpsertOutcome.Unchanged, u.Outcome));
    }

    Task<IReadOnlyDictionary<string, KnownProduct>> KnownAsync() => Products.KnownAsync(_shop, ["a", "b"]);

    static (KnownProduct, NewProduct)[] Renamed(IReadOnlyDictionary<string, KnownProduct> known) =>
        [.. known.Values.Select(k => (k, k.Facts with { Name = "new" }))];

    public sealed class OnSqlite() : ReplaceTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : ReplaceTests(new PostgresTestDatabase());
}
