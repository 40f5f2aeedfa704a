using System.Net;
using Drape.Server.Tests.Catalogs;
using Drape.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Drape.Server.Tests.Clicks;

public sealed class ClickRoutesTests(CatalogApp app) : IClassFixture<CatalogApp>
{
    const string Clicks = "/api/v1/clicks";

    [Fact]
    public async Task A_click_on_a_product_is_counted()
    {
        string catalog = await ShopAsync();

        await (await app.Client.PostJsonAsync(Clicks, $$"""{"catalog":"{{catalog}}","product":"red","place":"alikes"}""")).ReadingAsync();
        await (await app.Client.PostJsonAsync(Clicks, $$"""{"catalog":"{{catalog}}","product":"red","place":"look","style":"casual"}""")).ReadingAsync();

        Assert.Equal(2, await CountAsync(catalog));
    }

    [Fact]
    public async Task A_product_that_is_not_there_is_not_counted()
    {
        string catalog = await ShopAsync();

        await (await app.Client.PostJsonAsync(Clicks, $$"""{"catalog":"{{catalog}}","product":"blue","place":"alikes"}"""))
            .ProblemAsync(HttpStatusCode.NotFound, "urn:drape:product:not-found");
        await (await app.Client.PostJsonAsync(Clicks, """{"catalog":"none","product":"red","place":"alikes"}"""))
            .ProblemAsync(HttpStatusCode.NotFound, "urn:drape:catalog:not-found");

        Assert.Equal(0, await CountAsync(catalog));
    }

    [Theory]
    [InlineData("""{"catalog":"a","product":"b","place":"elsewhere"}""", "wrong-parameter")]
    [InlineData("""{"catalog":"a","place":"look"}""", "wrong-parameter")]
    [InlineData("""{"catalog":"a","product":"b","place":"look","style":"Robert'); drop"}""", "wrong-parameter")]
    [InlineData("""{"catalog":""", "malformed-json")]
    [InlineData("""[1]""", "malformed-json")]
    public async Task What_is_no_click_is_refused(string json, string type) => await (await app.Client.PostJsonAsync(Clicks, json))
        .ProblemAsync(HttpStatusCode.BadRequest, "urn:drape:request:" + type);

    [Fact]
    public async Task Another_sites_page_cannot_count()
    {
        string catalog = await ShopAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Clicks)
        {
            Content = new StringContent($$"""{"catalog":"{{catalog}}","product":"red","place":"look"}"""),
        };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, (await app.Client.SendAsync(request)).StatusCode);
    }

    async Task<string> ShopAsync()
    {
        string address = await app.NewCatalogAsync();
        await app.PutAsync(address, CatalogApp.Product("red", Wardrobe.RedShirt));
        return address.Split('/')[^1];
    }

    async Task<long> CountAsync(string catalog) => (await app.Services.GetRequiredService<DrapeStore>().Clicks
        .MostAsync(DateOnly.MinValue, 100)).Where(c => c.Catalog == catalog).Sum(c => c.Clicks);
}
