using System.Text.Json;

namespace Drape.Cli.Tests.Program;

public sealed class CatalogsProgramTests : IAsyncLifetime, IDisposable
{
    readonly TemporaryFolder _folder = new();

    public async Task InitializeAsync()
    {
        _folder.Draw("photos/a.jpg");
        _folder.Draw("photos/b.jpg", 20, 60, 200);
        var end = await DrapeProcess.RunAsync(
            "import", _folder["photos"], "--catalog", "shop", "--home", _folder["home"]);
        Assert.Equal(0, end.Code);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Catalogs_are_listed_with_their_products()
    {
        var end = await RunAsync("catalogs");
        var json = JsonElement.Parse((await RunAsync("catalogs", "list", "--json")).Out);

        Assert.Matches(@"^  catalog  products  since\n  shop     2         \d{4}-\d\d-\d\d\n$", end.Out);
        Assert.Equal(("shop", 2), (json[0].GetProperty("name").GetString(), json[0].GetProperty("products").GetInt32()));
    }

    [Fact]
    public async Task A_retired_product_is_found_no_more_until_it_is_restored()
    {
        var retired = await RunAsync("catalogs", "retire", "shop", "a", "x");
        string without = (await RunAsync("search", "--like", "b", "--json")).Out;
        var restored = await RunAsync("catalogs", "restore", "shop", "a");
        string with = (await RunAsync("search", "--like", "b", "--json")).Out;

        Assert.Equal((1, "1 product retired in shop.\n"), (retired.Code, retired.Out));
        Assert.Equal("drape: shop has no product 'x'.\n", retired.Error);
        Assert.Equal((0, "1 product restored in shop.\n"), (restored.Code, restored.Out));
        Assert.Equal((0, 1), (Results(without), Results(with)));
    }

    [Fact]
    public async Task A_catalog_is_deleted_only_when_it_is_really_meant()
    {
        var asked = await RunAsync("catalogs", "delete", "shop");
        var deleted = await RunAsync("catalogs", "delete", "shop", "--yes");
        var again = await RunAsync("catalogs", "delete", "shop", "--yes");

        Assert.Equal((2, "drape: shop has 2 products, which are deleted with it. Say --yes if that is meant.\n"), (asked.Code, asked.Error));
        Assert.Equal((0, "shop is deleted with 2 products. 'drape sweep' deletes their pictures.\n"), (deleted.Code, deleted.Out));
        Assert.Equal((2, "drape: There is no catalog 'shop'. There is none yet.\n"), (again.Code, again.Error));
    }

    [Fact]
    public async Task The_index_tells_what_it_holds()
    {
        var end = await RunAsync("index", "status");
        var json = JsonElement.Parse((await RunAsync("index", "status", "--json")).Out);

        Assert.Contains("  products  2 are found by their looks\n", end.Out, StringComparison.Ordinal);
        Assert.Equal((2, 0), (json.GetProperty("products").GetInt32(), json.GetProperty("outdated").GetInt32()));
    }

    [Fact]
    public async Task What_another_network_read_is_read_again_from_the_pictures_that_are_kept()
    {
        await using (var store = await Drape.Store.DrapeStore.OpenAsync(
            new Drape.Store.StoreSettings { Home = _folder["home"] }, new Drape.Store.Blobs.BlobSettings()))
        {
            int shop = (await store.Catalogs.FindAsync("shop"))!.Id;
            var known = await store.Products.KnownAsync(shop, ["a", "b"]);
            await store.Products.UpsertAsync(shop, [.. known.Values.Select(k => k.Facts with { Network = "older@0", Price = 5 })]);
        }

        Directory.Delete(_folder["photos"], recursive: true);
        var before = JsonElement.Parse((await RunAsync("index", "status", "--json")).Out);

        var end = await RunAsync("index", "rebuild");
        var again = await RunAsync("index", "rebuild", "--catalog", "shop");

        var found = JsonElement.Parse((await RunAsync("search", "--like", "b", "--json")).Out).GetProperty("results");
        Assert.Equal((0, 2), (before.GetProperty("products").GetInt32(), before.GetProperty("outdated").GetInt32()));
        Assert.StartsWith("2 of 2 products read again in ", end.Out, StringComparison.Ordinal);
        Assert.Equal("Every product was read by the network in use.\n", again.Out);
        Assert.Equal(5, found[0].GetProperty("price").GetInt32());
    }

    Task<Finished> RunAsync(params string[] arguments) => DrapeProcess.RunAsync([.. arguments, "--home", _folder["home"]]);

    static int Results(string answer) => JsonElement.Parse(answer).GetProperty("results").GetArrayLength();
}
