using Drape.Store.Catalogs;
using Drape.Store.Products;
using Drape.Store.Tests.Products;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Catalogs;

public abstract class CatalogStoreTests(TestDatabase place) : StoreTests(place)
{
    CatalogStore Catalogs => new(Database);

    [StoreFact]
    public async Task A_catalog_is_found_by_its_name()
    {
        var made = await Catalogs.CreateAsync("shop");

        Assert.Equal(made, await Catalogs.FindAsync("shop"));
    }

    [StoreFact]
    public async Task Products_without_kinds_are_counted()
    {
        var shop = await Catalogs.CreateAsync("shop");
        var other = await Catalogs.CreateAsync("other");
        await new ProductStore(Database).UpsertAsync(shop.Id, [Shop.Product("new"), Shop.Product("old") with { Kinds = null }]);
        await new ProductStore(Database).UpsertAsync(other.Id, [Shop.Product("older") with { Kinds = null }]);

        Assert.Equal(1, await Catalogs.WithoutKindsAsync(shop.Id));
    }

    [StoreFact]
    public async Task A_database_knows_its_size() => Assert.True(await Database.SizeAsync() > 50_000);

    [StoreFact]
    public async Task A_catalog_that_nobody_made_is_not_found() => Assert.Null(await Catalogs.FindAsync("shop"));

    [StoreFact]
    public async Task A_name_is_given_once()
    {
        await Catalogs.CreateAsync("shop");

        var refused = await Assert.ThrowsAsync<StoreException>(() => Catalogs.CreateAsync("shop"));

        Assert.Equal("There is a catalog shop already.", refused.Message);
    }

    [StoreFact]
    public async Task Upper_and_lower_case_are_two_names()
    {
        await Catalogs.CreateAsync("shop");

        Assert.Null(await Catalogs.FindAsync("Shop"));
    }

    [StoreFact]
    public async Task A_name_with_a_slash_is_refused()
    {
        var refused = await Assert.ThrowsAsync<StoreException>(() => Catalogs.CreateAsync("a/b"));

        Assert.Equal("'a/b' is no name for a catalog: use letters, digits, - and _, at most 64 of them.", refused.Message);
    }

    [StoreFact]
    public async Task Finding_or_creating_gives_everybody_the_same_catalog()
    {
        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Catalogs.FindOrCreateAsync("shop")));

        Assert.Single(found.Select(c => c.Id).Distinct());
    }

    [StoreFact]
    public async Task Catalogs_are_listed_by_name_in_the_order_of_the_letters()
    {
        foreach (string name in (string[])["b", "A", "a", "_", "C"])
        {
            await Catalogs.CreateAsync(name);
        }

        Assert.Equal(["A", "C", "_", "a", "b"], (await Catalogs.ListAsync()).Select(c => c.Name));
    }

    [StoreFact]
    public async Task A_deleted_catalog_is_gone()
    {
        await Catalogs.CreateAsync("shop");

        Assert.True(await Catalogs.DeleteAsync("shop"));
        Assert.Null(await Catalogs.FindAsync("shop"));
    }

    [StoreFact]
    public async Task Deleting_what_is_not_there_says_so() => Assert.False(await Catalogs.DeleteAsync("shop"));

    public sealed class OnSqlite() : CatalogStoreTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : CatalogStoreTests(new PostgresTestDatabase());
}
