using System.Net;

namespace Drape.Server.Tests.Catalogs;

public sealed class CatalogRoutesTests(CatalogApp app) : IClassFixture<CatalogApp>
{
    [Fact]
    public async Task A_catalog_is_made_once_and_counted()
    {
        string catalog = await app.NewCatalogAsync();
        await app.PutAsync(catalog, CatalogApp.Product("1", Wardrobe.RedShirt));

        var again = await (await app.Client.PutAsync(catalog, null)).ReadingAsync();

        Assert.Equal(1, again.GetProperty("products").GetInt64());
        var all = await (await app.Client.GetAsync("/api/v1/catalogs")).ReadingAsync();
        Assert.Contains(all.GetProperty("catalogs").EnumerateArray(), c => c.GetRawText() == again.GetRawText());
    }

    [Fact]
    public async Task One_catalog_tells_what_is_in_it_and_when_that_changed()
    {
        string catalog = await app.NewCatalogAsync();
        var empty = await (await app.Client.GetAsync(catalog)).ReadingAsync();
        await app.PutAsync(catalog, CatalogApp.Product("1", Wardrobe.RedShirt), CatalogApp.Product("2", Wardrobe.Jeans));
        await app.Client.PostAsync(catalog + "/products/2:retire", null);

        var answer = await (await app.Client.GetAsync(catalog)).ReadingAsync();

        Assert.Equal((1, 1), (answer.GetProperty("products").GetInt32(), answer.GetProperty("retired").GetInt32()));
        Assert.False(empty.TryGetProperty("changedAt", out _));
        Assert.True(answer.GetProperty("changedAt").GetDateTimeOffset() > answer.GetProperty("createdAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_catalog_that_nobody_made_is_a_problem() =>
        await (await app.Client.GetAsync("/api/v1/catalogs/nobody")).ProblemAsync(
            HttpStatusCode.NotFound, "urn:drape:catalog:not-found");

    [Theory]
    [InlineData("/products/a%20b%2Fc", "has no product 'a b/c', or no longer.")]
    [InlineData("/nothing/%EA%B0%80%20b", "/nothing/가 b. /openapi/v1.json lists what there is.")]
    [InlineData("/nothing/a%0Ab", "/nothing/a%0Ab. /openapi/v1.json lists what there is.")]
    public async Task What_is_not_there_is_named_as_people_write_it(string address, string words)
    {
        string catalog = await app.NewCatalogAsync();

        var problem = await (await app.Client.GetAsync(catalog + address)).JsonAsync();

        Assert.EndsWith(words, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a%20b")]
    [InlineData("..%2Fetc")]
    [InlineData("%EA%B0%80")]
    [InlineData("a'b")]
    public async Task A_name_that_cannot_stand_in_an_address_is_a_problem(string name)
    {
        await (await app.Client.PutAsync($"/api/v1/catalogs/{name}", null)).ProblemAsync(
            HttpStatusCode.BadRequest, "urn:drape:catalog:wrong-name");
        await (await app.Client.GetAsync($"/api/v1/catalogs/{name}/products")).ProblemAsync(
            HttpStatusCode.NotFound, "urn:drape:catalog:not-found");
    }

    [Fact]
    public async Task A_deleted_catalog_is_gone_with_its_products()
    {
        string catalog = await app.NewCatalogAsync();
        await app.PutAsync(catalog, CatalogApp.Product("gone", Wardrobe.RedShirt, "Vanishing shirt"));

        await (await app.Client.DeleteAsync(catalog)).ReadingAsync();

        Assert.DoesNotContain("gone", await app.FindAsync("/api/v1/search?words=vanishing"));
        await (await app.Client.DeleteAsync(catalog)).ProblemAsync(HttpStatusCode.NotFound, "urn:drape:catalog:not-found");
    }

    [Fact]
    public async Task A_product_tells_what_the_shop_says_and_what_was_seen()
    {
        string catalog = await app.NewCatalogAsync();
        await app.PutAsync(catalog, CatalogApp.Product("a/b", Wardrobe.Jeans, "Jeans", 39.9m));

        var product = await (await app.Client.GetAsync(catalog + "/products/a%2Fb")).ReadingAsync();

        Assert.Equal("a/b", product.GetProperty("id").GetString());
        Assert.Equal(39.9m, product.GetProperty("price").GetDecimal());
        Assert.NotEmpty(product.GetProperty("type").GetString()!);
        Assert.NotEmpty(product.GetProperty("colours").EnumerateArray());
        Assert.StartsWith("/api/v1/pictures/", product.GetProperty("picture").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Products_are_listed_page_by_page()
    {
        string catalog = await app.NewCatalogAsync();
        await app.PutAsync(catalog, [.. "cab".Select(id => CatalogApp.Product(id.ToString(), Wardrobe.RedShirt))]);

        var first = await (await app.Client.GetAsync(catalog + "/products?limit=2")).ReadingAsync();
        var second = await (await app.Client.GetAsync(
            $"{catalog}/products?limit=2&after={first.GetProperty("next").GetString()}")).ReadingAsync();

        Assert.Equal(["a", "b", "c"], first.GetProperty("products").EnumerateArray()
            .Concat(second.GetProperty("products").EnumerateArray()).Select(p => p.GetProperty("id").GetString()));
        Assert.False(second.TryGetProperty("next", out _));
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=501")]
    [InlineData("retired=perhaps")]
    [InlineData("pages=2")]
    public async Task A_list_with_a_wrong_parameter_is_a_problem(string query)
    {
        string catalog = await app.NewCatalogAsync();

        await (await app.Client.GetAsync($"{catalog}/products?{query}")).ProblemAsync(
            HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter");
    }

    [Fact]
    public async Task A_retired_product_is_kept_and_not_found_until_it_is_restored()
    {
        string catalog = await app.NewCatalogAsync();
        await app.PutAsync(catalog, CatalogApp.Product("old", Wardrobe.RedShirt, "Summer shirt"));

        await (await app.Client.PostAsync(catalog + "/products/old:retire", null)).ReadingAsync();

        Assert.Empty(await app.FindAsync(catalog + "/search?words=summer"));
        var retired = await (await app.Client.GetAsync(catalog + "/products?retired=true")).ReadingAsync();
        Assert.True(retired.GetProperty("products")[0].GetProperty("retired").GetBoolean());
        await (await app.Client.PostAsync(catalog + "/products/old:restore", null)).ReadingAsync();
        Assert.Equal(["old"], await app.FindAsync(catalog + "/search?words=summer"));
    }

    [Fact]
    public async Task A_deleted_product_is_gone()
    {
        string catalog = await app.NewCatalogAsync();
        await app.PutAsync(catalog, CatalogApp.Product("x", Wardrobe.RedShirt, "Odd shirt"));

        await (await app.Client.DeleteAsync(catalog + "/products/x")).ReadingAsync();

        Assert.Empty(await app.FindAsync(catalog + "/search?words=odd"));
        foreach (string address in (string[])["/products/x", "/products/x%2F..%2Fx", "/products/..%2F..%2Fdrape.db"])
        {
            await (await app.Client.GetAsync(catalog + address)).ProblemAsync(
                HttpStatusCode.NotFound, "urn:drape:product:not-found");
        }
    }

    [Fact]
    public async Task The_index_tells_what_it_holds()
    {
        string catalog = await app.NewCatalogAsync();
        await app.PutAsync(catalog, CatalogApp.Product("1", Wardrobe.RedShirt));

        var status = await (await app.Client.GetAsync("/api/v1/index")).ReadingAsync();

        Assert.Equal("memory", status.GetProperty("kind").GetString());
        Assert.True(status.GetProperty("ready").GetBoolean());
        Assert.True(status.GetProperty("products").GetInt64() >= 1);
    }
}
