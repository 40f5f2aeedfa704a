namespace Drape.Server.Tests.Catalogs;

public sealed class ImportProgressTests(CatalogApp app, PictureServer shop) : IClassFixture<CatalogApp>, IClassFixture<PictureServer>
{
    [Fact]
    public async Task The_total_is_told_before_the_first_picture_has_arrived()
    {
        var ordered = await app.ImportAsync(await app.NewCatalogAsync(), Table(3));

        var job = await app.UntilAsync(ordered, j => j.TryGetProperty("total", out _));
        shop.Held.Release(3);
        await app.EndOfAsync(ordered);

        Assert.Equal((0, 3), (job.GetProperty("done").GetInt32(), job.GetProperty("total").GetInt32()));
    }

    [Fact]
    public async Task A_product_is_counted_while_the_next_pictures_are_still_awaited()
    {
        var ordered = await app.ImportAsync(await app.NewCatalogAsync(), Table(3));

        shop.Held.Release();
        var job = await app.UntilAsync(ordered, j => j.GetProperty("done").GetInt32() > 0);
        shop.Held.Release(2);
        await app.EndOfAsync(ordered);

        Assert.Equal((1, "running"), (job.GetProperty("done").GetInt32(), job.GetProperty("state").GetString()));
    }

    string Table(int rows) => "id,picture\n" + string.Concat(
        Enumerable.Range(0, rows).Select(row => $"{row},{shop[$"/held/{row}.jpg"]}\n"));
}
