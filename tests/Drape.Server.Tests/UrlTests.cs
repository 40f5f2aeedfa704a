using System.Net;

namespace Drape.Server.Tests;

public sealed class UrlTests(DrapeApp strict, ShopApp shop, HurriedApp hurried, OtherServer other)
    : IClassFixture<DrapeApp>, IClassFixture<ShopApp>, IClassFixture<HurriedApp>, IClassFixture<OtherServer>
{
    [Theory]
    [InlineData("/shirt.jpg")]
    [InlineData("/moved")]
    public async Task A_url_gives_the_reading_of_the_photo_behind_it(string path)
    {
        var reading = await (await PostAsync(shop, other[path])).ReadingAsync();

        Assert.Equal(other[path], reading.GetProperty("photo").GetString());
        Assert.Equal(120, reading.GetProperty("width").GetInt32());
    }

    [Fact]
    public async Task By_default_this_machine_is_not_asked_at_all()
    {
        int before = other.Calls;

        var answer = await PostAsync(strict, other["/shirt.jpg"]);

        await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity, "urn:drape:fetch:forbidden-address");
        Assert.Equal(before, other.Calls);
    }

    [Theory]
    [InlineData("http://10.0.0.1/a.jpg")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://[::1]/a.jpg")]
    [InlineData("http://localhost:1/a.jpg")]
    public async Task By_default_private_addresses_are_refused(string url)
    {
        await (await PostAsync(strict, url)).ProblemAsync(
            HttpStatusCode.UnprocessableEntity, "urn:drape:fetch:forbidden-address");
    }

    [Theory]
    [InlineData("shirt")]
    [InlineData("ftp://example.com/a.jpg")]
    [InlineData("file:///etc/passwd")]
    public async Task What_is_no_web_address_is_refused(string url)
    {
        await (await PostAsync(shop, url)).ProblemAsync(
            HttpStatusCode.UnprocessableEntity, "urn:drape:fetch:not-a-url");
    }

    [Fact]
    public async Task A_redirect_out_of_the_web_is_refused()
    {
        await (await PostAsync(shop, other["/inside"])).ProblemAsync(
            HttpStatusCode.UnprocessableEntity, "urn:drape:fetch:not-a-url");
    }

    [Theory]
    [InlineData("/missing", "refused")]
    [InlineData("/round", "too-many-redirects")]
    public async Task Another_server_that_fails_is_named_as_the_reason(string path, string type)
    {
        await (await PostAsync(shop, other[path])).ProblemAsync(HttpStatusCode.BadGateway, $"urn:drape:fetch:{type}");
    }

    [Fact]
    public async Task A_closed_port_is_unreachable()
    {
        await (await PostAsync(shop, "http://127.0.0.1:1/a.jpg")).ProblemAsync(
            HttpStatusCode.BadGateway, "urn:drape:fetch:unreachable");
    }

    [Fact]
    public async Task A_web_page_is_not_a_picture()
    {
        await (await PostAsync(shop, other["/page.html"])).ProblemAsync(
            HttpStatusCode.UnsupportedMediaType, "urn:drape:photo:unsupported-format");
    }

    [Fact]
    public async Task A_slow_server_is_given_up()
    {
        await (await PostAsync(hurried, other["/slow"])).ProblemAsync(
            HttpStatusCode.GatewayTimeout, "urn:drape:fetch:timed-out");
    }

    [Fact]
    public async Task A_large_file_is_not_fetched()
    {
        await (await PostAsync(hurried, other["/large"])).ProblemAsync(
            HttpStatusCode.RequestEntityTooLarge, "urn:drape:fetch:too-many-bytes");
    }

    static Task<HttpResponseMessage> PostAsync(DrapeApp app, string url) =>
        app.CreateClient().PostJsonAsync(Calls.Analyze, $$"""{"url":"{{url}}"}""");
}
