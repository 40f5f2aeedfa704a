using System.Net;

namespace Drape.Server.Tests;

public sealed class CameraTests(DrapeApp app) : IClassFixture<DrapeApp>
{
    const string Path = "/predict/camera";
    readonly HttpClient _client = app.CreateClient();

    [Theory]
    [InlineData("")]
    [InlineData("data:image/jpeg;base64,")]
    public async Task An_older_client_gets_label_and_color_and_nothing_else(string before)
    {
        string text = before + Convert.ToBase64String(Pictures.File());

        var answer = await (await _client.PostJsonAsync(Path, $$"""{"base64_image":"{{text}}"}""")).ReadingAsync();

        Assert.Equal(["label", "color"], answer.EnumerateObject().Select(p => p.Name));
        Assert.All(answer.EnumerateObject(), p => Assert.NotEmpty(p.Value.GetString()!));
    }

    [Fact]
    public async Task It_says_the_same_as_the_whole_reading()
    {
        string text = Convert.ToBase64String(Pictures.File());

        var brief = await (await _client.PostJsonAsync(Path, $$"""{"base64_image":"{{text}}"}""")).ReadingAsync();
        var whole = await (await _client.PostJsonAsync(Calls.Analyze, $$"""{"base64":"{{text}}"}""")).ReadingAsync();

        var garment = whole.GetProperty("garments")[0];
        Assert.Equal(garment.GetProperty("type").GetString(), brief.GetProperty("label").GetString());
        Assert.Equal(garment.GetProperty("colour").GetString(), brief.GetProperty("color").GetString());
    }

    [Theory]
    [InlineData("{\"base64\":\"QUJD\"}", "missing-photo")]
    [InlineData("{\"url\":\"https://example.com/a.jpg\"}", "missing-photo")]
    [InlineData("{\"base64_image\":\"?\"}", "malformed-base64")]
    [InlineData("base64_image", "malformed-json")]
    public async Task Another_body_is_explained(string json, string type)
    {
        var answer = await _client.PostJsonAsync(Path, json);

        await answer.ProblemAsync(HttpStatusCode.BadRequest, $"urn:drape:request:{type}");
    }

    [Fact]
    public async Task A_bad_photo_is_explained()
    {
        string text = Convert.ToBase64String(Pictures.Truncated());

        var answer = await _client.PostJsonAsync(Path, $$"""{"base64_image":"{{text}}"}""");

        await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity, "urn:drape:photo:truncated");
    }
}
