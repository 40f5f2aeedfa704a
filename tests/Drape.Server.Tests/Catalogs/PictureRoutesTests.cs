using System.Net;
using System.Net.Http.Headers;
using Drape.Imaging;
using Drape.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Drape.Server.Tests.Catalogs;

public sealed class PictureRoutesTests(CatalogApp app) : IClassFixture<CatalogApp>
{
    [Fact]
    public async Task A_picture_is_given_as_it_came_and_may_be_kept_for_ever()
    {
        var answer = await app.Client.GetAsync(await AddressAsync());

        Assert.Equal(Wardrobe.GreenDress, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_picture_that_is_known_is_not_sent_again()
    {
        string address = await AddressAsync();
        var tag = (await app.Client.GetAsync(address)).Headers.ETag!;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(tag.Tag));

        var answer = await app.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_side_gives_a_smaller_jpeg()
    {
        var answer = await app.Client.GetAsync(await AddressAsync() + "?side=160");

        var header = PhotoDecoder.Identify(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal((120, 160), (header.Width, header.Height));
        Assert.EndsWith("-160\"", answer.Headers.ETag?.Tag, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_side_is_a_problem()
    {
        await (await app.Client.GetAsync(await AddressAsync() + "?side=1000")).ProblemAsync(
            HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter");
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("..%2F..%2Fdrape.db")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task What_is_no_picture_is_not_there(string key)
    {
        await (await app.Client.GetAsync($"/api/v1/pictures/{key}")).ProblemAsync(
            HttpStatusCode.NotFound, "urn:drape:picture:not-found");
    }

    [Fact]
    public async Task What_is_kept_and_no_products_picture_is_not_given()
    {
        var key = await app.Services.GetRequiredService<DrapeStore>().Blobs.PutAsync(
            "id,picture\n"u8.ToArray(), "text/csv", CancellationToken.None);

        await (await app.Client.GetAsync($"/api/v1/pictures/{key}")).ProblemAsync(
            HttpStatusCode.NotFound, "urn:drape:picture:not-found");
    }

    async Task<string> AddressAsync()
    {
        string catalog = await app.NewCatalogAsync();
        await app.PutAsync(catalog, CatalogApp.Product("1", Wardrobe.GreenDress));
        return (await (await app.Client.GetAsync(catalog + "/products/1")).ReadingAsync()).GetProperty("picture").GetString()!;
    }
}
