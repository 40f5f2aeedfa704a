using System.Text.Json;
using System.Text.Json.Nodes;
using Drape.Server.Catalogs.Tags;
using Drape.Server.Closets;
using Drape.Server.Tests.Catalogs;

namespace Drape.Server.Tests.Jobs;

/// <summary>Whether what jobs leave is what the API's description says.</summary>
public sealed class ResultDocumentTests(CatalogApp app) : IClassFixture<CatalogApp>
{
    [Fact]
    public async Task What_tagging_leaves_is_described()
    {
        string shop = await app.NewCatalogAsync();

        var result = await app.ResultOfAsync(await app.Client.PostJsonAsync(shop + "/products:tag", new JsonObject
        {
            ["products"] = new JsonArray(
                CatalogApp.Product("a", Wardrobe.RedShirt), CatalogApp.Product("b", "no picture"u8.ToArray())),
        }.ToJsonString()));

        Assert.Equal(1, result.GetProperty("import").GetProperty("failures").GetArrayLength());
        await DescribesAsync("TagResult", result);
        await DescribesAsync("ImportAnswer", result.GetProperty("import"));
    }

    [Fact]
    public async Task What_tagging_leaves_where_nothing_was_sent_along_is_described() =>
        await DescribesAsync("TagResult", JsonSerializer.SerializeToElement(
            new TagResult("shop", "/api/v1/catalogs/shop/tags", 3), ServerJson.Options));

    [Fact]
    public async Task What_photos_for_a_closet_leave_is_described() =>
        await DescribesAsync("ClosetTally", JsonSerializer.SerializeToElement(new ClosetTally(3, 2, 1) { Missed = [new MissedPhoto("a.jpg", "It is cut off.", "urn:drape:photo:truncated")] }, ServerJson.Options));

    async Task DescribesAsync(string name, JsonElement answer)
    {
        var document = await (await app.Client.GetAsync("/openapi/v1.json")).JsonAsync();
        var content = document.GetProperty("paths").GetProperty("/api/v1/jobs/{id}/result").GetProperty("get")
            .GetProperty("responses").GetProperty("200").GetProperty("content");
        Assert.Equal(["application/json"], content.EnumerateObject().Select(type => type.Name));
        Assert.Contains($"#/components/schemas/{name}", content.GetProperty("application/json").GetProperty("schema")
            .GetProperty("oneOf").EnumerateArray().Select(shape => shape.GetProperty("$ref").GetString()));
        var schema = document.GetProperty("components").GetProperty("schemas").GetProperty(name);
        var named = schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).ToArray();

        Assert.Subset(named.ToHashSet(), answer.EnumerateObject().Select(property => property.Name).ToHashSet());
        Assert.All(schema.GetProperty("required").EnumerateArray(), required => Assert.True(
            answer.TryGetProperty(required.GetString()!, out _), $"{required} is not answered"));
        Assert.All(schema.GetProperty("properties").EnumerateObject(), property => Assert.True(
            property.Value.TryGetProperty("description", out _) || property.Value.TryGetProperty("oneOf", out _)
                || property.Value.TryGetProperty("$ref", out _), $"{property.Name} is not explained"));
    }
}
