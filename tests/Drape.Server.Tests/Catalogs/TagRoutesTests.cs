using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drape.Server.Tests.Catalogs;

public sealed class TagRoutesTests(CatalogApp app, PictureServer shop) : IClassFixture<CatalogApp>, IClassFixture<PictureServer>
{
    const string Secret = "a secret of the shop";

    [Fact]
    public async Task Tags_are_downloaded_one_product_a_line()
    {
        string catalog = await FilledAsync();

        var answer = await app.Client.GetAsync(catalog + "/tags");

        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.MediaType);
        var tags = Lines(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(["a", "b"], tags.Select(t => t.GetProperty("product").GetString()));
        Assert.All(tags, tag =>
        {
            Assert.InRange(tag.GetProperty("confidence").GetDouble(), 0, 1);
            Assert.InRange(tag.GetProperty("patternConfidence").GetDouble(), 0, 1);
            Assert.NotEmpty(tag.GetProperty("colours").EnumerateArray());
            Assert.NotEmpty(tag.GetProperty("attributes").GetProperty("articleType").GetString()!);
        });
    }

    [Fact]
    public async Task A_download_goes_on_after_a_product()
    {
        string catalog = await FilledAsync();

        var tags = Lines(await app.Client.GetByteArrayAsync(catalog + "/tags?after=a"));

        Assert.Equal(["b"], tags.Select(t => t.GetProperty("product").GetString()));
    }

    [Fact]
    public async Task A_webhook_gets_signed_tags_also_where_it_stumbles_first()
    {
        string catalog = await FilledAsync();
        shop.Received.Clear();
        shop.Stumbles = 2;

        var result = await app.ResultOfAsync(await TagAsync(catalog, new JsonObject
        {
            ["webhook"] = shop["/tags"], ["secret"] = Secret,
            ["products"] = new JsonArray(CatalogApp.Product("c", Wardrobe.NavyShirt)),
        }));

        var (headers, body) = Assert.Single(shop.Received);
        string expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body));
        Assert.Equal("sha256=" + expected, headers["X-Drape-Signature"]);
        Assert.Equal("application/x-ndjson", headers["Content-Type"]);
        Assert.Equal(["a", "b", "c"], Lines(body).Select(t => t.GetProperty("product").GetString()));
        Assert.Equal(3, result.GetProperty("sent").GetInt64());
        Assert.Equal(1, result.GetProperty("import").GetProperty("added").GetInt32());
        Assert.Equal(catalog + "/tags", result.GetProperty("tags").GetString());
    }

    [Fact]
    public async Task Without_a_webhook_the_products_are_imported_only()
    {
        string catalog = await app.NewCatalogAsync();

        var result = await app.ResultOfAsync(await TagAsync(catalog, new JsonObject
        {
            ["products"] = new JsonArray(new JsonObject { ["id"] = "1", ["picture"] = shop["/red.jpg"] }),
        }));

        Assert.Equal(0, result.GetProperty("sent").GetInt64());
        Assert.Single(Lines(await app.Client.GetByteArrayAsync(catalog + "/tags")));
    }

    [Fact]
    public async Task A_webhook_that_refuses_fails_the_job_with_a_sentence()
    {
        string catalog = await FilledAsync();

        var job = await app.EndOfAsync(await TagAsync(catalog, new JsonObject { ["webhook"] = shop["/refusing"] }));

        Assert.Equal("failed", job.GetProperty("state").GetString());
        Assert.Equal("The webhook's server 127.0.0.1 answered 410.", job.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_webhook_inside_the_network_is_not_called()
    {
        using var strict = new DrapeApp();
        var client = strict.CreateClient();
        await client.PutAsync("/api/v1/catalogs/shop", null);
        string picture = Convert.ToBase64String(Wardrobe.RedShirt);
        shop.Received.Clear();

        var ordered = await client.PostJsonAsync("/api/v1/catalogs/shop/products:tag",
            $$"""{"webhook":"{{shop["/tags"]}}","products":[{"id":"1","picture":"{{picture}}"}]}""");
        JsonElement job;
        do
        {
            await Task.Delay(50);
            job = await (await client.GetAsync(ordered.Headers.Location)).ReadingAsync();
        }
        while (job.GetProperty("state").GetString() is "queued" or "running");

        Assert.Equal("failed", job.GetProperty("state").GetString());
        Assert.Contains("is not a public address", job.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(shop.Received);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task An_order_that_is_no_object_is_a_problem(string json)
    {
        string catalog = await app.NewCatalogAsync();

        await (await app.Client.PostJsonAsync(catalog + "/products:tag", json)).ProblemAsync(
            HttpStatusCode.BadRequest, "urn:drape:request:malformed-json");
    }

    [Theory]
    [InlineData("{\"webhook\":\"file:///etc/passwd\"}")]
    [InlineData("{\"webhook\":\"shop\"}")]
    [InlineData("{\"secret\":\"x\"}")]
    [InlineData("{\"webhok\":\"https://example.com\"}")]
    [InlineData("{\"webhook\":\"https://example.com\",\"secret\":\"\"}")]
    public async Task An_order_that_makes_no_sense_is_a_problem(string json)
    {
        string catalog = await app.NewCatalogAsync();

        await (await app.Client.PostJsonAsync(catalog + "/products:tag", json)).ProblemAsync(
            HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter");
    }

    [Fact]
    public async Task A_webhook_is_tried_for_about_a_day()
    {
        string catalog = await app.NewCatalogAsync();

        var job = await (await TagAsync(catalog, new JsonObject { ["webhook"] = shop["/tags"] })).ReadingAsync();

        double hours = Enumerable.Range(1, job.GetProperty("maxAttempts").GetInt32() - 1)
            .Sum(failures => Drape.Store.Jobs.BackOff.Default.After(failures, 0.5).TotalHours);
        Assert.InRange(hours, 16, 30);
    }

    [Fact]
    public async Task Tags_of_no_catalog_are_a_problem()
    {
        await (await app.Client.GetAsync("/api/v1/catalogs/nobody/tags")).ProblemAsync(
            HttpStatusCode.NotFound, "urn:drape:catalog:not-found");
    }

    async Task<string> FilledAsync()
    {
        string catalog = await app.NewCatalogAsync();
        await app.PutAsync(catalog, CatalogApp.Product("a", Wardrobe.RedShirt), CatalogApp.Product("b", Wardrobe.Jeans));
        return catalog;
    }

    Task<HttpResponseMessage> TagAsync(string catalog, JsonObject order) =>
        app.Client.PostJsonAsync(catalog + "/products:tag", order.ToJsonString());

    static JsonElement[] Lines(byte[] body) =>
        [.. Encoding.UTF8.GetString(body).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
}
