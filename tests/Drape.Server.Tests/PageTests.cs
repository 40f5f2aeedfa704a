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
        Assert.Equal("same-origin", headers.GetValues("Referrer-Policy").Single());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/jobs")]
    public async Task A_page_and_all_it_asks_for_is_there(string address)
    {
        string page = await _client.GetStringAsync(address);
        var links = System.Text.RegularExpressions.Regex.Matches(page, "(?:src|href)=\"(/[^\"]+)\"")
            .Select(m => m.Groups[1].Value).Append("/fonts/pretendard/woff2-dynamic-subset/PretendardVariable.subset.0.woff2").Append("/js/vendor/htmx.js").Append("/favicon.ico").Distinct().ToArray();

        Assert.NotEmpty(links);
        foreach (string link in links)
        {
            Assert.Equal((link, HttpStatusCode.OK), (link, (await _client.GetAsync(link)).StatusCode));
        }

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_file_is_not_sent_twice()
    {
        var first = await _client.GetAsync("/js/page.js");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/js/page.js");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.Equal(HttpStatusCode.NotModified, (await _client.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task The_page_of_jobs_is_found_where_it_was()
    {
        var answer = await _client.GetAsync("/jobs.html");

        Assert.Equal("/jobs", answer.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Theory]
    [InlineData("ko-KR,en;q=0.5", null, "ko")]
    [InlineData("de,ko;q=0.4,en;q=0.6", null, "en")]
    [InlineData("fr", null, "en")]
    [InlineData("en", "ko", "ko")]
    [InlineData("ko", "de", "ko")]
    public async Task A_page_speaks_what_was_chosen_or_what_the_browser_wants(string accept, string? cookie, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept-Language", accept);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", $"drape-language={cookie}");
        }

        string page = await (await _client.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
    }
}
