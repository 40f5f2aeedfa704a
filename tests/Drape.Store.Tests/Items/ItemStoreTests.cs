using Drape.Colours;
using Drape.Similarity;
using Drape.Store.Catalogs;
using Drape.Store.Items;
using Drape.Store.Products;
using Drape.Store.Tests.Products;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Items;

public abstract class ItemStoreTests(TestDatabase place) : StoreTests(place)
{
    int _shop;

    ProductStore Products => new(Database);

    ItemStore Items => new(Database);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _shop = (await new CatalogStore(Database).CreateAsync("shop")).Id;
    }

    [StoreFact]
    public async Task A_products_embedding_and_facets_are_streamed()
    {
        var colour = new NamedColour("navy", "#1f2a4d", 0.8, "midnight blue");
        var given = Shop.Product("k") with { Colours = [colour] };
        long id = (await Products.UpsertAsync(_shop, [given]))[0].Id;

        var batch = await SingleAsync();

        var facets = batch.Facets.Span[0];
        Assert.Equal([id], batch.Ids.ToArray());
        Assert.Equal(given.Embedding, batch.Vectors.ToArray());
        Assert.Equal(
            (_shop, given.Type, given.Colour, given.Pattern, given.Gender, given.Price),
            (facets.Catalog, facets.Type, facets.Colour, facets.Pattern, facets.Gender, facets.Price));
        Assert.Equal([new ColourShare(OkLab.FromHex("#1f2a4d"), 0.8f)], facets.Colours);
        Assert.Equal(given.Kinds!.Shares, facets.Kinds.Shares);
    }

    [StoreFact]
    public async Task A_product_whose_kinds_were_not_read_is_streamed_without_and_outdated()
    {
        var written = await Products.UpsertAsync(_shop, [Shop.Product("new"), Shop.Product("old") with { Kinds = null }]);

        var batch = await SingleAsync();

        long old = written.Single(w => w.Key == "old").Id;
        Assert.Equal([false, true], batch.Facets.ToArray().Zip(batch.Ids.ToArray())
            .OrderBy(i => i.Second != old).Select(i => i.First.Kinds.AreKnown));
        Assert.Equal([old], await Items.OutdatedAsync(_shop, Shop.Network));
    }

    [StoreFact]
    public async Task A_product_of_a_network_that_tells_no_kinds_is_not_outdated()
    {
        await Products.UpsertAsync(_shop, [Shop.Product("k") with { Kinds = Kinds.Unknown }]);

        Assert.Empty(await Items.OutdatedAsync(_shop, Shop.Network));
    }

    [StoreFact]
    public async Task Those_of_another_network_are_outdated_unless_they_are_retired()
    {
        var other = Shop.Product("other") with { Network = "another@0" };
        var written = await Products.UpsertAsync(_shop, [Shop.Product("own"), other, other with { Key = "retired" }]);
        await Products.RetireAsync(_shop, ["retired"]);

        var outdated = await Items.OutdatedAsync(_shop, Shop.Network);

        Assert.Equal([written.Single(w => w.Key == "other").Id], outdated);
    }

    [StoreFact]
    public async Task Items_are_counted_by_what_an_index_can_do_with_them()
    {
        var other = Shop.Product("other") with { Network = "another@0" };
        await Products.UpsertAsync(_shop,
            [Shop.Product("own"), Shop.Product("old") with { Kinds = null }, other, Shop.Product("retired")]);
        await Products.RetireAsync(_shop, ["retired"]);

        Assert.Equal(new ItemCounts(2, 1, 1), await Items.CountAsync(Shop.Network));
    }

    [StoreFact]
    public async Task More_items_than_a_batch_holds_come_in_several_each_once()
    {
        for (int i = 0; i < 5; i++)
        {
            await Products.UpsertAsync(_shop, Shop.Products(2000, prefix: $"{i}-"));
        }

        var batches = await Items.StreamAsync(Shop.Network).ToListAsync();

        long[] ids = [.. batches.SelectMany(b => b.Ids.ToArray())];
        Assert.Equal(2, batches.Count);
        Assert.Equal(10_000, ids.Distinct().Count());
        Assert.Equal(ids.Order(), ids);
        Assert.All(batches, b => Assert.Equal(b.Count * 8, b.Vectors.Length));
    }

    [StoreFact]
    public async Task Another_networks_embeddings_are_left_out()
    {
        await Products.UpsertAsync(_shop, [Shop.Product("k"), Shop.Product("other") with { Network = "own@1" }]);

        Assert.Equal(1, (await SingleAsync()).Count);
    }

    [StoreFact]
    public async Task A_retired_product_is_left_out()
    {
        await Products.UpsertAsync(_shop, [Shop.Product("a"), Shop.Product("b")]);

        await Products.RetireAsync(_shop, ["a"]);

        Assert.Equal([await IdAsync("b")], (await SingleAsync()).Ids.ToArray());
    }

    [StoreFact]
    public async Task A_product_without_an_embedding_is_left_out()
    {
        await Products.UpsertAsync(_shop, [Shop.Product("a") with { Embedding = [] }]);

        Assert.Empty(await Items.StreamAsync(Shop.Network).ToListAsync());
    }

    [StoreFact]
    public async Task A_product_that_loses_its_embedding_is_removed()
    {
        long id = (await Products.UpsertAsync(_shop, [Shop.Product("a")]))[0].Id;
        var mark = await Items.MarkAsync();

        await Products.UpsertAsync(_shop, [Shop.Product("a") with { Embedding = [] }]);

        Assert.Equal([id], (await Items.ChangesAsync(Shop.Network, mark)).Removed);
    }

    [StoreFact]
    public async Task A_product_that_gets_its_embedding_back_is_only_changed()
    {
        await Products.UpsertAsync(_shop, [Shop.Product("a")]);
        var mark = await Items.MarkAsync();
        await Products.UpsertAsync(_shop, [Shop.Product("a") with { Embedding = [] }]);

        long id = (await Products.UpsertAsync(_shop, [Shop.Product("a")]))[0].Id;

        var changes = await Items.ChangesAsync(Shop.Network, mark);
        Assert.Equal([id], changes.Changed);
        Assert.Empty(changes.Removed);
    }

    [StoreFact]
    public async Task Nothing_changed_since_a_mark_of_now()
    {
        await Products.UpsertAsync(_shop, Shop.Products(3));

        var changes = await Items.ChangesAsync(Shop.Network, await Items.MarkAsync());

        Assert.Empty(changes.Changed);
        Assert.Empty(changes.Removed);
    }

    [StoreFact]
    public async Task New_and_different_products_are_changes_equal_ones_are_not()
    {
        await Products.UpsertAsync(_shop, [Shop.Product("same"), Shop.Product("other")]);
        var mark = await Items.MarkAsync();

        await Products.UpsertAsync(_shop, [Shop.Product("same"), Shop.Product("other", price: 1), Shop.Product("new")]);

        var changes = await Items.ChangesAsync(Shop.Network, mark);
        Assert.Equal([await IdAsync("other"), await IdAsync("new")], changes.Changed.Order());
    }

    [StoreFact]
    public async Task Retired_deleted_and_differently_embedded_products_are_removed()
    {
        await Products.UpsertAsync(_shop, Shop.Products(4));
        long[] ids = [.. (await SingleAsync()).Ids.Span];
        var mark = await Items.MarkAsync();

        await Products.RetireAsync(_shop, ["000000"]);
        await Products.DeleteAsync(_shop, ["000001"]);
        await Products.UpsertAsync(_shop, [Shop.Product("000002") with { Network = "own@1" }]);

        Assert.Equal(ids[..3], (await Items.ChangesAsync(Shop.Network, mark)).Removed.Order());
    }

    [StoreFact]
    public async Task A_restored_product_is_a_change()
    {
        long id = (await Products.UpsertAsync(_shop, [Shop.Product("k")]))[0].Id;
        await Products.RetireAsync(_shop, ["k"]);
        var mark = await Items.MarkAsync();

        await Products.RestoreAsync(_shop, ["k"]);

        Assert.Equal([id], (await Items.ChangesAsync(Shop.Network, mark)).Changed);
    }

    [StoreFact]
    public async Task A_deleted_catalogs_products_are_removed()
    {
        await Products.UpsertAsync(_shop, Shop.Products(1200));
        var mark = await Items.MarkAsync();

        await new CatalogStore(Database).DeleteAsync("shop");

        Assert.Equal(1200, (await Items.ChangesAsync(Shop.Network, mark)).Removed.Count);
    }

    [StoreFact]
    public async Task The_next_mark_goes_on_where_the_last_ended()
    {
        var mark = await Items.MarkAsync();
        await Products.UpsertAsync(_shop, [Shop.Product("a")]);
        var first = await Items.ChangesAsync(Shop.Network, mark);

        await Products.UpsertAsync(_shop, [Shop.Product("b")]);

        Assert.Equal([await IdAsync("b")], (await Items.ChangesAsync(Shop.Network, first.Next)).Changed);
    }

    [StoreFact]
    public async Task Changed_items_are_read_by_their_numbers()
    {
        await Products.UpsertAsync(_shop, Shop.Products(5));
        long[] ids = [.. (await SingleAsync()).Ids.Span];

        var batches = await Items.StreamAsync(Shop.Network, [ids[3], ids[1], 999_999]).ToListAsync();

        Assert.Equal([ids[1], ids[3]], Assert.Single(batches).Ids.ToArray());
    }

    async Task<ItemBatch> SingleAsync() => Assert.Single(await Items.StreamAsync(Shop.Network).ToListAsync());

    async Task<long> IdAsync(string key) => (await Products.GetAsync(_shop, key))!.Id;

    public sealed class OnSqlite() : ItemStoreTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : ItemStoreTests(new PostgresTestDatabase());
}
