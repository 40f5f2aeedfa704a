using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Drape.Server.Catalogs.Search;
using Drape.Store;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Drape.Server.Tests.Catalogs;

/// <summary>A server of a shop inside one network, once its index is filled.</summary>
public class CatalogApp : DrapeApp, IAsyncLifetime
{
    static int _catalogs;

    public HttpClient Client => field ??= CreateClient();

    internal DrapeStore Store => Services.GetRequiredService<DrapeStore>();

    public Task InitializeAsync()
    {
        _ = Client;
        return Services.GetRequiredService<IndexKeeper>().IndexAsync(CancellationToken.None);
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    /// <summary>Makes a catalog and gives its address.</summary>
    public async Task<string> NewCatalogAsync()
    {
        string address = $"/api/v1/catalogs/shop-{Interlocked.Increment(ref _catalogs)}";
        await (await Client.PutAsync(address, null)).ReadingAsync();
        return address;
    }

    /// <summary>Puts products and gives what became of them.</summary>
    public async Task<JsonElement> PutAsync(string catalog, params JsonObject[] products) =>
        await (await Client.PostJsonAsync(catalog + "/products", new JsonArray(products).ToJsonString())).ReadingAsync();

    /// <summary>A product with its picture in it.</summary>
    public static JsonObject Product(string id, byte[] picture, string? name = null, decimal? price = null) => new()
    {
        ["id"] = id, ["picture"] = Convert.ToBase64String(picture), ["name"] = name, ["price"] = price,
    };

    /// <summary>Sends a table to be imported.</summary>
    public Task<HttpResponseMessage> ImportAsync(string catalog, string table, string? mapping = null, bool retire = false)
    {
        var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(table)), "table", "products.csv" },
        };
        if (mapping is not null)
        {
            form.Add(new StringContent(mapping), "mapping");
        }

        if (retire)
        {
            form.Add(new StringContent("true"), "retireVanished");
        }

        return Client.PostAsync(catalog + "/imports", form);
    }

    /// <summary>Waits until a job that was just ordered is as a test wants it, and gives it.</summary>
    public async Task<JsonElement> UntilAsync(HttpResponseMessage ordered, Predicate<JsonElement> wanted)
    {
        Assert.True(ordered.StatusCode == HttpStatusCode.Accepted, await ordered.Content.ReadAsStringAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        JsonElement job;
        while (!wanted(job = await (await Client.GetAsync(ordered.Headers.Location)).ReadingAsync()))
        {
            await Task.Delay(50, patience.Token);
        }

        return job;
    }

    /// <summary>Waits until a job that was just ordered ended, and gives it.</summary>
    public Task<JsonElement> EndOfAsync(HttpResponseMessage ordered) =>
        UntilAsync(ordered, job => job.GetProperty("state").GetString() is "done" or "failed");

    /// <summary>What a job left that is done.</summary>
    public async Task<JsonElement> ResultOfAsync(HttpResponseMessage ordered)
    {
        var job = await EndOfAsync(ordered);
        Assert.True(job.GetProperty("state").GetString() == "done", job.ToString());
        return await (await Client.GetAsync(job.GetProperty("result").GetString())).ReadingAsync();
    }

    /// <summary>The ids that a search answers, best first.</summary>
    public async Task<string[]> FindAsync(string query) => Ids(await (await Client.GetAsync(query)).ReadingAsync());

    public static string[] Ids(JsonElement answer) =>
        [.. answer.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("product").GetString()!)];

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Fetch:AllowPrivateAddresses", "true").UseSetting("Jobs:Poll", "00:00:00.05");
}
