using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Drape.Server.Catalogs.Search;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Drape.Server.Tests.Catalogs;

public sealed class SearchRoutesTests(SearchRoutesTests.FilledApp filled)
    : IClassFixture<SearchRoutesTests.FilledApp>
{
    readonly HttpClient _client = filled.App.Client;
    readonly string _search = filled.Catalog + "/search";

    [Fact]
    public async Task A_photo_in_a_form_finds_its_product_first()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("2"), "limit" },
            { new ByteArrayContent(Wardrobe.RedShirt), "photo", "look.jpg" },
        };

        var answer = await (await _client.PostAsync(_search, form)).ReadingAsync();

        Assert.Equal("red", CatalogApp.Ids(answer)[0]);
        Assert.Equal(2, CatalogApp.Ids(answer).Length);
        Assert.Equal(0, answer.GetProperty("query").GetProperty("garment").GetInt32());
        Assert.NotEmpty(answer.GetProperty("query").GetProperty("garments").EnumerateArray());
    }

    [Fact]
    public async Task A_photo_as_the_body_or_as_base64_finds_the_same()
    {
        using var body = new ByteArrayContent(Wardrobe.Jeans);
        body.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");

        var sent = await (await _client.PostAsync(_search + "?limit=3", body)).ReadingAsync();
        var json = await (await _client.PostJsonAsync(_search,
            $$"""{"limit":3,"base64":"{{Convert.ToBase64String(Wardrobe.Jeans)}}"}""")).ReadingAsync();

        Assert.Equal("jeans", CatalogApp.Ids(sent)[0]);
        Assert.Equal(CatalogApp.Ids(sent), CatalogApp.Ids(json));
    }

    [Fact]
    public async Task The_answer_has_the_documented_shape()
    {
        var answer = await (await _client.GetAsync(_search + "?like=navy&limit=1")).ReadingAsync();

        var result = answer.GetProperty("results")[0];
        Assert.Equal("red", result.GetProperty("product").GetString());
        Assert.Equal(["catalog", "product", "score", "type", "colour", "pattern", "name", "price", "picture"],
            result.EnumerateObject().Select(p => p.Name));
        var picture = await _client.GetAsync(result.GetProperty("picture").GetString());
        Assert.Equal(Wardrobe.RedShirt, await picture.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_colour_words_and_a_price_find_together()
    {
        Assert.Equal("red", (await filled.App.FindAsync(_search + "?colour=%23B02030"))[0]);
        Assert.Equal(["red"], await filled.App.FindAsync(_search + "?words=shirt&priceTo=20"));
        Assert.Equal(["navy"], await filled.App.FindAsync(_search + "?words=shirt&priceFrom=20"));
    }

    [Fact]
    public async Task Only_the_own_kind_is_answered_where_that_is_wanted()
    {
        var answer = await (await _client.GetAsync(_search + "?like=navy&sameKind=true")).ReadingAsync();

        string kind = answer.GetProperty("query").GetProperty("type").GetString()!;
        Assert.All(answer.GetProperty("results").EnumerateArray(), r => Assert.Equal(kind, r.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task What_a_shop_sells_to_the_other_is_left_out_and_all_else_is_not()
    {
        string catalog = await filled.App.NewCatalogAsync();
        await filled.App.PutAsync(catalog, For("of women", "Women"), For("of men", "MENS"), For("of both", "Unisex"), For("of nobody", null));

        Assert.Equal(["of both", "of nobody", "of women"], (await filled.App.FindAsync(catalog + "/search?words=shirt&wearer=woman")).Order());
        Assert.Equal(["of both", "of men", "of nobody"], (await filled.App.FindAsync(catalog + "/search?words=shirt&wearer=man")).Order());

        static JsonObject For(string id, string? gender)
        {
            var product = CatalogApp.Product(id, Wardrobe.RedShirt, "Red shirt");
            product["gender"] = gender;
            return product;
        }
    }

    [Fact]
    public async Task A_look_leaves_out_what_a_shop_sells_to_the_other()
    {
        string catalog = await filled.App.NewCatalogAsync();
        var dress = CatalogApp.Product("dress of women", Wardrobe.GreenDress, "Green dress");
        dress["gender"] = "Women";
        await filled.App.PutAsync(catalog, dress);

        Assert.Contains("dress of women", await FoundAsync("woman"));
        Assert.DoesNotContain("dress of women", await FoundAsync("man"));

        async Task<string[]> FoundAsync(string wearer)
        {
            using var body = new ByteArrayContent(Wardrobe.GreenDress);
            body.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            var answer = await (await _client.PostAsync($"/api/v1/search/look?wearer={wearer}", body)).ReadingAsync();
            return [.. answer.GetProperty("garments").EnumerateArray().SelectMany(CatalogApp.Ids)];
        }
    }

    [Fact]
    public async Task Another_catalogs_products_never_leak()
    {
        string other = await filled.App.NewCatalogAsync();
        await filled.App.PutAsync(other, CatalogApp.Product("foreign", Wardrobe.RedShirt, "Red shirt"));

        Assert.DoesNotContain("foreign", await filled.App.FindAsync(_search + "?words=shirt&limit=200"));
        Assert.DoesNotContain("foreign", await filled.App.FindAsync(_search + "?like=red&limit=200"));
        await (await _client.GetAsync(_search + "?like=foreign")).ProblemAsync(
            HttpStatusCode.UnprocessableEntity, "urn:drape:search:impossible");
        Assert.Contains("foreign", await filled.App.FindAsync("/api/v1/search?words=shirt&limit=200"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?limit=0&words=a")]
    [InlineData("?limit=201&words=a")]
    [InlineData("?colour=blue")]
    [InlineData("?minScore=2&words=a")]
    [InlineData("?priceFrom=5&priceTo=1")]
    [InlineData("?priceFrom=-5")]
    [InlineData("?word=shirt")]
    [InlineData("?sameKind=perhaps&words=a")]
    [InlineData("?wearer=anybody&words=a")]
    [InlineData("?garment=0&words=a")]
    public async Task A_search_that_makes_no_sense_is_a_problem(string query)
    {
        await (await _client.GetAsync(_search + query)).ProblemAsync(
            HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter");
    }

    [Theory]
    [InlineData("{", "urn:drape:request:malformed-json")]
    [InlineData("[]", "urn:drape:request:malformed-json")]
    [InlineData("{\"words\":[\"a\"]}", "urn:drape:request:wrong-parameter")]
    [InlineData("{\"words\":\"a\",\"base64\":\"?\"}", "urn:drape:request:malformed-base64")]
    public async Task A_search_in_damaged_json_is_a_problem(string json, string type)
    {
        await (await _client.PostJsonAsync(_search, json)).ProblemAsync(HttpStatusCode.BadRequest, type);
    }

    [Fact]
    public async Task A_garment_that_the_photo_has_not_is_a_problem()
    {
        using var body = new ByteArrayContent(Wardrobe.Jeans);
        body.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");

        await (await _client.PostAsync(_search + "?garment=40", body)).ProblemAsync(
            HttpStatusCode.UnprocessableEntity, "urn:drape:search:impossible");
    }

    [Fact]
    public async Task A_search_in_no_catalog_is_a_problem()
    {
        await (await _client.GetAsync("/api/v1/catalogs/nobody/search?words=a")).ProblemAsync(
            HttpStatusCode.NotFound, "urn:drape:catalog:not-found");
    }

    [Fact]
    public async Task An_older_client_is_answered_with_path_and_class()
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Wardrobe.Jeans), "filepath", "jeans.jpg" },
            { new StringContent("""{"output_limit":2,"on_cnn":true}"""), "setting" },
        };

        var answer = await (await _client.PostAsync("/process_image", form)).ReadingAsync();

        Assert.InRange(answer.GetArrayLength(), 1, 2);
        Assert.All(answer.EnumerateArray(), a => Assert.Equal(["path", "class"], a.EnumerateObject().Select(p => p.Name)));
        Assert.Single(answer.EnumerateArray().Select(a => a.GetProperty("class").GetString()).Distinct());
        var picture = await _client.GetAsync(answer[0].GetProperty("path").GetString());
        Assert.Equal(Wardrobe.Jeans, await picture.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("filepath", "{\"output_limit\":0}", "urn:drape:request:wrong-parameter")]
    [InlineData("filepath", "twelve", "urn:drape:request:wrong-parameter")]
    [InlineData("picture", "{}", "urn:drape:request:missing-photo")]
    public async Task An_older_client_that_sends_nonsense_is_told_so(string field, string setting, string type)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(field == "filepath" ? Wardrobe.Jeans : [1]), field },
            { new StringContent(setting), "setting" },
        };

        await (await _client.PostAsync("/process_image", form)).ProblemAsync(HttpStatusCode.BadRequest, type);
    }

    [Fact]
    public async Task While_the_index_is_filled_a_search_is_asked_to_come_again()
    {
        using var app = new UnfilledApp();
        var client = app.CreateClient();
        await client.PutAsync("/api/v1/catalogs/shop", null);

        var answer = await client.GetAsync("/api/v1/catalogs/shop/search?words=shirt");

        Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter?.Delta);
        await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable, "urn:drape:index:filling");
        await (await client.GetAsync("/api/v1/index")).ProblemAsync(
            HttpStatusCode.ServiceUnavailable, "urn:drape:index:filling");
    }

    /// <summary>The application with three products.</summary>
    public sealed class FilledApp : IAsyncLifetime
    {
        public CatalogApp App { get; } = new();

        public string Catalog { get; private set; } = "";

        public async Task InitializeAsync()
        {
            await App.InitializeAsync();
            Catalog = await App.NewCatalogAsync();
            await App.PutAsync(Catalog, CatalogApp.Product("red", Wardrobe.RedShirt, "Red shirt", 10),
                CatalogApp.Product("navy", Wardrobe.NavyShirt, "Navy shirt", 30),
                CatalogApp.Product("jeans", Wardrobe.Jeans, "Blue jeans", 50));
        }

        public Task DisposeAsync()
        {
            App.Dispose();
            return Task.CompletedTask;
        }
    }

    /// <summary>The application whose index is never filled.</summary>
    sealed class UnfilledApp : DrapeApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.ConfigureTestServices(services =>
        {
            foreach (var filling in services.Where(s => s.ServiceType == typeof(IHostedService)
                && s.ImplementationFactory?.Method.ReturnType == typeof(IndexKeeper)).ToArray())
            {
                services.Remove(filling);
            }
        });
    }
}
