using System.Net;

namespace Drape.Server.Tests;

public sealed class PageTests(DrapeApp app) : IClassFixture<DrapeApp>
{
    readonly HttpClient _client = app.CreateClient();

    [Theory]
    [InlineData("/")]
    [InlineData("/js/page.js")]
    [InlineData("/nothing")]
    [InlineData("/health/live")]
    public async Task Every_answer_says_what_browsers_must_not_do(string path)
    {
        var headers = (await _client.GetAsync(path)).Headers;

        string policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", headers.GetValues("Referrer-Policy").Single());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/jobs.html")]
    public async Task A_page_and_all_it_asks_for_is_there(string address)
    {
        string page = await _client.GetStringAsync(address);
        var links = System.Text.RegularExpressions.Regex.Matches(page, "(?:src|href)=\"(/[^\"]+)\"")
            .Select(m => m.Groups[1].Value).Append("/fonts/inter-600.woff2").Distinct().ToArray();

        Assert.NotEmpty(links);
        foreach (string link in links)
        {
            Assert.Equal((link, HttpStatusCode.OK), (link, (await _client.GetAsync(link)).StatusCode));
        }

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_page_is_not_sent_twice()
    {
        var first = await _client.GetAsync("/");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.Equal(HttpStatusCode.NotModified, (await _client.SendAsync(again)).StatusCode);
    }
}
