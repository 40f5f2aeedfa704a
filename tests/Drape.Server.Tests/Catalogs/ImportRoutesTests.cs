using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drape.Server.Tests.Catalogs;

public sealed class ImportRoutesTests(CatalogApp app, PictureServer shop) : IClassFixture<CatalogApp>, IClassFixture<PictureServer>
{
    [Fact]
    public async Task A_product_is_found_right_after_its_batch()
    {
        string catalog = await app.NewCatalogAsync();

        var answer = await app.PutAsync(catalog,
            CatalogApp.Product("r", Wardrobe.RedShirt, "Red"), CatalogApp.Product("j", Wardrobe.Jeans, "Blue"));

        Assert.Equal(2, answer.GetProperty("added").GetInt32());
        Assert.Equal(["r"], await app.FindAsync(catalog + "/search?words=red"));
        Assert.Equal(["j"], await app.FindAsync(catalog + "/search?like=r"));
    }

    [Fact]
    public async Task A_product_that_is_there_is_updated_or_left_as_it_is()
    {
        string catalog = await app.NewCatalogAsync();
        await app.PutAsync(catalog, CatalogApp.Product("1", Wardrobe.RedShirt, price: 10), CatalogApp.Product("2", Wardrobe.Jeans));

        var answer = await app.PutAsync(catalog,
            CatalogApp.Product("1", Wardrobe.RedShirt, price: 8), CatalogApp.Product("2", Wardrobe.Jeans));

        Assert.Equal(["updated", "unchanged"],
            answer.GetProperty("products").EnumerateArray().Select(p => p.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task A_new_picture_takes_the_place_of_the_old_one()
    {
        string catalog = await app.NewCatalogAsync();
        await app.PutAsync(catalog, CatalogApp.Product("1", Wardrobe.RedShirt));
        var before = await (await app.Client.GetAsync(catalog + "/products/1")).ReadingAsync();

        await app.PutAsync(catalog, CatalogApp.Product("1", Wardrobe.Jeans));

        var after = await (await app.Client.GetAsync(catalog + "/products/1")).ReadingAsync();
        Assert.NotEqual(before.GetProperty("picture").GetString(), after.GetProperty("picture").GetString());
    }

    [Fact]
    public async Task A_picture_comes_as_a_url_as_base64_or_as_a_data_url()
    {
        string catalog = await app.NewCatalogAsync();
        var data = CatalogApp.Product("data", Wardrobe.Jeans);
        data["picture"] = "data:image/jpeg;base64," + data["picture"];

        var answer = await app.PutAsync(catalog, new JsonObject { ["id"] = "url", ["picture"] = shop["/red.jpg"] }, data);

        Assert.Equal(2, answer.GetProperty("added").GetInt32());
    }

    [Fact]
    public async Task The_same_url_twice_is_one_picture_and_the_same_id_twice_is_told()
    {
        string catalog = await app.NewCatalogAsync();
        JsonObject Red(string id) => new() { ["id"] = id, ["picture"] = shop["/red.jpg"] };

        var answer = await app.PutAsync(catalog, Red("1"), Red("1"), Red("2"));

        Assert.Equal(1, answer.GetProperty("failed").GetInt32());
        var products = (await (await app.Client.GetAsync(catalog + "/products")).ReadingAsync()).GetProperty("products");
        Assert.Equal(2, products.GetArrayLength());
        Assert.Equal(products[0].GetProperty("picture").GetString(), products[1].GetProperty("picture").GetString());
    }

    [Fact]
    public async Task Each_bad_product_is_named_with_its_reason_and_the_others_are_taken()
    {
        string catalog = await app.NewCatalogAsync();
        var words = CatalogApp.Product("words", Pictures.Words());
        var expensive = CatalogApp.Product("dear", Wardrobe.RedShirt);
        expensive["price"] = "much";

        var answer = await app.PutAsync(catalog, CatalogApp.Product("good", Wardrobe.RedShirt), words, expensive,
            new JsonObject { ["id"] = "none" }, new JsonObject { ["picture"] = shop["/red.jpg"] },
            new JsonObject { ["id"] = "file", ["picture"] = "file:///etc/passwd" },
            new JsonObject { ["id"] = "path", ["picture"] = "/etc/passwd" },
            new JsonObject { ["id"] = 7, ["picture"] = shop["/red.jpg"] },
            new JsonObject { ["id"] = "zero\0", ["picture"] = shop["/red.jpg"] });

        Assert.Equal(1, answer.GetProperty("added").GetInt32());
        var failed = answer.GetProperty("products").EnumerateArray().Skip(1).ToArray();
        Assert.Equal(8, failed.Length);
        Assert.Superset(new HashSet<string> { "words", "dear", "none", "product 5", "file", "path", "product 8" },
            failed.Select(f => f.GetProperty("id").GetString()!).ToHashSet());
        Assert.All(failed, f => Assert.EndsWith(".", f.GetProperty("reason").GetString(), StringComparison.Ordinal));
        Assert.DoesNotContain("root:", answer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_products_are_answered_in_the_order_in_which_they_were_given()
    {
        string catalog = await app.NewCatalogAsync();

        // What has to be fetched is known to be bad later than what is bad as it stands.
        var answer = await app.PutAsync(catalog, new JsonObject { ["id"] = "z", ["picture"] = shop["/missing.jpg"] },
            CatalogApp.Product("y", Pictures.Words()), new JsonObject { ["id"] = "x" });

        Assert.Equal(["z", "y", "x"], answer.GetProperty("products").EnumerateArray().Select(p => p.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_link_that_a_browser_would_run_is_refused()
    {
        string catalog = await app.NewCatalogAsync();
        var product = CatalogApp.Product("1", Wardrobe.RedShirt);
        product["link"] = "javascript:alert(1)";

        var answer = await app.PutAsync(catalog, product);

        Assert.Equal("The link 'javascript:alert(1)' of 1 is no address that begins with http:// or https://.",
            answer.GetProperty("products")[0].GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("", HttpStatusCode.UnprocessableEntity, "urn:drape:import:unreadable")]
    [InlineData("{", HttpStatusCode.UnprocessableEntity, "urn:drape:import:unreadable")]
    [InlineData("\"x\"", HttpStatusCode.UnprocessableEntity, "urn:drape:import:unreadable")]
    [InlineData("[] []", HttpStatusCode.UnprocessableEntity, "urn:drape:import:unreadable")]
    [InlineData("{\"id\":\"z\"}", HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter")]
    [InlineData("{\"prodcts\":[]}", HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter")]
    [InlineData("[]", HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter")]
    public async Task A_body_that_is_no_list_of_products_is_a_problem(string body, HttpStatusCode status, string type)
    {
        string catalog = await app.NewCatalogAsync();

        await (await app.Client.PostJsonAsync(catalog + "/products", body)).ProblemAsync(status, type);
    }

    [Fact]
    public async Task Products_for_no_catalog_are_a_problem()
    {
        await (await app.Client.PostJsonAsync("/api/v1/catalogs/nobody/products", "[{}]")).ProblemAsync(
            HttpStatusCode.NotFound, "urn:drape:catalog:not-found");
    }

    [Fact]
    public async Task A_batch_as_a_job_leaves_what_became_of_it()
    {
        string catalog = await app.NewCatalogAsync();
        string json = new JsonArray(CatalogApp.Product("1", Wardrobe.RedShirt, "Job shirt"),
            CatalogApp.Product("2", Pictures.Words())).ToJsonString();

        var result = await app.ResultOfAsync(await app.Client.PostJsonAsync(catalog + "/products?job=true", json));

        Assert.Equal(1, result.GetProperty("added").GetInt32());
        Assert.Equal("2", result.GetProperty("failures")[0].GetProperty("place").GetString());
        Assert.Equal(["1"], await app.FindAsync(catalog + "/search?words=job"));
    }

    [Fact]
    public async Task A_large_batch_becomes_a_job_by_itself()
    {
        string catalog = await app.NewCatalogAsync();
        var products = Enumerable.Range(0, 17).Select(i => new JsonObject { ["id"] = $"{i:00}", ["picture"] = shop["/red.jpg"] });

        var result = await app.ResultOfAsync(await app.Client.PostJsonAsync(
            catalog + "/products", new JsonArray([.. products]).ToJsonString()));

        Assert.Equal(17, result.GetProperty("added").GetInt32());
    }

    [Fact]
    public async Task A_table_is_imported_to_its_end_and_its_bad_rows_are_named()
    {
        string catalog = await app.NewCatalogAsync();
        string table = $"""
            sku,image,title,cost
            r1,{shop["/red.jpg"]},Red shirt,"39,90"
            n1,{shop["/navy.jpg"]},Navy shirt,45
            w1,{shop["/words.jpg"]},Words,1
            m1,{shop["/missing.jpg"]},Missing,1
            p1,/etc/passwd,Path,1
            l1,{shop["/red.jpg"]},Dear,much
            """;

        var result = await app.ResultOfAsync(await app.ImportAsync(catalog, table,
            "columns: { id: sku, picture: image, name: title, price: cost }\ncurrency: EUR\n"));

        Assert.Equal(2, result.GetProperty("added").GetInt32());
        Assert.Equal(["line 4", "line 5", "line 6", "line 7"], result.GetProperty("failures").EnumerateArray()
            .Select(f => f.GetProperty("place").GetString()));
        var product = await (await app.Client.GetAsync(catalog + "/products/r1")).ReadingAsync();
        Assert.Equal((39.9m, "EUR"), (product.GetProperty("price").GetDecimal(), product.GetProperty("currency").GetString()));
    }

    [Fact]
    public async Task A_product_that_vanished_from_the_table_is_retired_where_that_is_wanted()
    {
        string catalog = await app.NewCatalogAsync();
        await app.PutAsync(catalog, CatalogApp.Product("old", Wardrobe.Jeans));

        var result = await app.ResultOfAsync(await app.ImportAsync(catalog, $"id,picture\nnew,{shop["/red.jpg"]}\n", retire: true));

        Assert.Equal(1, result.GetProperty("retired").GetInt32());
    }

    [Theory]
    [InlineData("name,price\nA,1\n", null)]
    [InlineData("", null)]
    [InlineData("id\nx\n", "pictures: /etc\n")]
    [InlineData("id,picture\nx,y\n", "colours: red\n")]
    public async Task A_table_that_cannot_be_used_is_refused_at_once(string table, string? mapping)
    {
        string catalog = await app.NewCatalogAsync();

        var problem = await (await app.ImportAsync(catalog, table, mapping)).ProblemAsync(
            HttpStatusCode.UnprocessableEntity, "urn:drape:import:unreadable");

        Assert.DoesNotContain(Path.GetTempPath(), problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_tells_how_many_rows_failed_and_why_the_first_did()
    {
        string catalog = await app.NewCatalogAsync();

        var job = await app.EndOfAsync(await app.ImportAsync(catalog, $"id,picture\nr,{shop["/red.jpg"]}\nm,{shop["/missing.jpg"]}\n"));

        Assert.Equal("done", job.GetProperty("state").GetString());
        Assert.StartsWith("1 of 2 rows failed: line 3: ", job.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_whose_every_row_failed_has_failed()
    {
        string catalog = await app.NewCatalogAsync();

        var job = await app.EndOfAsync(await app.ImportAsync(catalog, "id,picture\na,/etc/passwd\nb,/etc/passwd\n"));

        Assert.Equal("failed", job.GetProperty("state").GetString());
        Assert.StartsWith("2 of 2 rows failed: line 2: ", job.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_product_with_a_misspelt_field_is_a_bad_one()
    {
        string catalog = await app.NewCatalogAsync();
        var product = CatalogApp.Product("1", Wardrobe.RedShirt);
        product["prise"] = 5;

        var answer = await app.PutAsync(catalog, product);

        Assert.StartsWith("There is no field 'prise' of a product: there are id,",
            answer.GetProperty("products")[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_a_table_is_a_problem()
    {
        string catalog = await app.NewCatalogAsync();
        using var form = new MultipartFormDataContent { { new StringContent("x"), "other" } };

        await (await app.Client.PostAsync(catalog + "/imports", form)).ProblemAsync(
            HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter");
    }
}
