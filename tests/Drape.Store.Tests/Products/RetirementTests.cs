using Drape.Store.Catalogs;
using Drape.Store.Products;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Products;

public abstract class RetirementTests(TestDatabase place) : StoreTests(place)
{
    int _shop;

    ProductStore Products => new(Database);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _shop = (await new CatalogStore(Database).CreateAsync("shop")).Id;
        await Products.UpsertAsync(_shop, [Shop.Product("a"), Shop.Product("b"), Shop.Product("c")]);
    }

    [StoreFact]
    public async Task A_retired_product_is_kept_and_not_listed()
    {
        Assert.Equal(1, await Products.RetireAsync(_shop, ["b", "unknown"]));

        Assert.Equal(["a", "c"], await ListedAsync());
        Assert.True((await Products.GetAsync(_shop, "b"))!.Retired);
    }

    [StoreFact]
    public async Task Retired_products_are_listed_when_asked_for()
    {
        await Products.RetireAsync(_shop, ["b"]);

        Assert.Equal(["b"], (await Products.ListAsync(_shop, null, 10, retired: true)).Select(p => p.Key));
        Assert.Equal(["a", "b", "c"], (await Products.ListAsync(_shop, null, 10, retired: null)).Select(p => p.Key));
    }

    [StoreFact]
    public async Task Retired_products_are_counted_apart()
    {
        await Products.RetireAsync(_shop, ["b"]);

        Assert.Equal(new CatalogCounts(2, 1), await new CatalogStore(Database).CountAsync(_shop));
    }

    [StoreFact]
    public async Task A_restored_product_is_listed_again()
    {
        await Products.RetireAsync(_shop, ["b"]);

        Assert.Equal(1, await Products.RestoreAsync(_shop, ["b", "c"]));
        Assert.Equal(["a", "b", "c"], await ListedAsync());
    }

    [StoreFact]
    public async Task A_retired_product_that_is_put_again_is_there_again()
    {
        await Products.RetireAsync(_shop, ["b"]);

        var outcome = (await Products.UpsertAsync(_shop, [Shop.Product("b")]))[0].Outcome;

        Assert.Equal(UpsertOutcome.Updated, outcome);
        Assert.Equal(["a", "b", "c"], await ListedAsync());
    }

    [StoreFact]
    public async Task What_an_import_did_not_meet_can_be_retired()
    {
        int mark = await Products.BeginImportAsync(_shop);
        await Products.UpsertAsync(_shop, [Shop.Product("a"), Shop.Product("d")], mark);
        await Products.SeenAsync(_shop, ["c"], mark);

        Assert.Equal(1, await Products.RetireUnseenAsync(_shop, mark));
        Assert.Equal(["a", "c", "d"], await ListedAsync());
    }

    [StoreFact]
    public async Task An_older_import_takes_nothing_from_a_newer_one()
    {
        int older = await Products.BeginImportAsync(_shop);
        int newer = await Products.BeginImportAsync(_shop);
        await Products.UpsertAsync(_shop, [Shop.Product("a", price: 1)], newer);
        await Products.UpsertAsync(_shop, [Shop.Product("a", price: 2), Shop.Product("b")], older);

        await Products.RetireUnseenAsync(_shop, newer);

        Assert.Equal(["a"], await ListedAsync());
    }

    [StoreFact]
    public async Task Another_catalogs_products_stay_when_an_import_retires()
    {
        int other = (await new CatalogStore(Database).CreateAsync("other")).Id;
        await Products.UpsertAsync(other, [Shop.Product("a")]);

        await Products.RetireUnseenAsync(_shop, await Products.BeginImportAsync(_shop));

        Assert.Single(await Products.ListAsync(other, null, 10));
    }

    [StoreFact]
    public async Task A_deleted_product_is_gone()
    {
        Assert.Equal(2, await Products.DeleteAsync(_shop, ["a", "c", "unknown"]));

        Assert.Equal(["b"], await ListedAsync());
    }

    [StoreFact]
    public async Task A_deleted_products_number_is_not_given_again()
    {
        long last = (await Products.GetAsync(_shop, "c"))!.Id;
        await Products.DeleteAsync(_shop, ["c"]);

        long next = (await Products.UpsertAsync(_shop, [Shop.Product("c")]))[0].Id;

        Assert.True(next > last);
    }

    async Task<IEnumerable<string>> ListedAsync() => (await Products.ListAsync(_shop, null, 10)).Select(p => p.Key);

    public sealed class OnSqlite() : RetirementTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : RetirementTests(new PostgresTestDatabase());
}
