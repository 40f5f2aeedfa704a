using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Drape.Store;
using Drape.Store.Blobs;

namespace Drape.Cli.Tests.Program;

public sealed class KilledImportProgramTests : IDisposable
{
    const int Count = 240;

    static readonly byte[][] Photos =
        [.. Enumerable.Range(0, Count).Select(i => TemporaryFolder.Photo((byte)i, (byte)(255 - i), (byte)(i * 7)))];

    readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task An_import_whose_server_was_killed_in_the_middle_is_finished_by_the_next_and_has_every_picture_once()
    {
        _home.Write("drape.json", """{ "Jobs": { "Lease": "00:00:05", "Poll": "00:00:00.1" } }""");
        Uri job;
        using (var first = new ServingDrape(_home.Path))
        {
            Assert.True(await first.AnswersAsync("/health/ready"));
            job = await OrderAsync(first.Client);
            await UntilAsync(first.Client, job, j => j.GetProperty("done").GetInt32() > 0);
            first.Process.Kill();
        }

        var (cutOff, _) = await KeptAsync();
        using var second = new ServingDrape(_home.Path);
        Assert.True(await second.AnswersAsync("/health/ready"));
        await UntilAsync(second.Client, job, j => j.GetProperty("state").GetString() == "done");
        var result = await second.Client.GetFromJsonAsync<JsonElement>(job + "/result");
        var (products, pictures) = await KeptAsync();

        Assert.InRange(cutOff, 1, Count - 1);
        Assert.Equal((Count, Count), (products, pictures));
        Assert.Equal(
            (Count, Count - cutOff, cutOff, 0),
            (Number(result, "total"), Number(result, "added"), Number(result, "unchanged"), Number(result, "failed")));
    }

    /// <summary>Orders the import of all photos and gives the job's address.</summary>
    static async Task<Uri> OrderAsync(HttpClient client)
    {
        await client.PutAsync("/api/v1/catalogs/shop", null);
        var products = Photos.Select((photo, i) => new
        {
            id = i.ToString("000", CultureInfo.InvariantCulture), picture = Convert.ToBase64String(photo),
        });
        var ordered = await client.PostAsJsonAsync("/api/v1/catalogs/shop/products", products);
        Assert.True(ordered.Headers.Location is not null, await ordered.Content.ReadAsStringAsync());
        return ordered.Headers.Location!;
    }

    static async Task UntilAsync(HttpClient client, Uri job, Predicate<JsonElement> wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!wanted(await client.GetFromJsonAsync<JsonElement>(job, patience.Token)))
        {
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>How many products there are, and how many of the photos are kept.</summary>
    async Task<(int Products, int Pictures)> KeptAsync()
    {
        await using var store = await DrapeStore.OpenAsync(new StoreSettings { Home = _home.Path }, new BlobSettings());
        var shop = (await store.Catalogs.FindAsync("shop"))!;
        var photos = Photos.Select(photo => BlobKey.Of(photo)).ToHashSet();
        int pictures = 0;
        await foreach (var blob in store.Blobs.ListAsync())
        {
            pictures += photos.Contains(blob.Key) ? 1 : 0;
        }

        return ((int)(await store.Catalogs.CountAsync(shop.Id)).Products, pictures);
    }

    static int Number(JsonElement document, string name) => document.GetProperty(name).GetInt32();
}
