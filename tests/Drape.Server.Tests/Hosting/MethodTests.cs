using System.Net;
using Drape.Server.Tests.Closets;
using Drape.Server.Tests.Looks;

namespace Drape.Server.Tests.Hosting;

public sealed class MethodTests(LooksApp app) : IClassFixture<LooksApp>
{
    [Fact]
    public async Task Head_answers_as_get_does_without_the_body()
    {
        var (client, _) = await app.MemberAsync();
        long look = await client.LookAsync(), piece = await client.PieceAsync(Pieces.Jeans);
        foreach (string path in (string[])[$"{Posting.Looks}/{look}/card", $"{Posting.Looks}/{look}/picture", $"{Posting.Looks}/{look}/preview",
            $"/api/v1/closet/{piece}/picture", $"/api/v1/looks/{look}", "/looks", "/"])
        {
            // As they are answered: what is read whole before has a length that nobody sent.
            using var whole = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
            using var request = new HttpRequestMessage(HttpMethod.Head, path);
            using var head = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

            Assert.Equal((path, HttpStatusCode.OK), (path, head.StatusCode));
            Assert.Equal(whole.Content.Headers.ToString(), head.Content.Headers.ToString());
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [InlineData("/api/v1/looks/99999999/card", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/closet", HttpStatusCode.Unauthorized)]
    [InlineData("/api/v1/photos/analyze", HttpStatusCode.MethodNotAllowed)]
    public async Task Head_is_refused_where_get_is(string path, HttpStatusCode status)
    {
        var answer = await app.CreateClient().SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("POST", "/", "GET, HEAD")]
    [InlineData("PUT", "/looks", "GET, HEAD")]
    [InlineData("DELETE", "/looks/new", "GET, POST, HEAD")]
    public async Task What_a_page_does_not_answer_is_told(string method, string path, string allowed)
    {
        var answer = await app.CreateClient().SendAsync(new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("a", "b")]),
        });

        var problem = await answer.ProblemAsync(HttpStatusCode.MethodNotAllowed, "urn:drape:request:wrong-method");
        Assert.Equal($"{path} does not answer {method}. /openapi/v1.json lists what it answers.", problem.GetProperty("detail").GetString());
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow));
    }

    [Fact]
    public async Task A_browser_is_shown_a_page_with_that_status()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Headers.Add("Accept", "text/html");

        var answer = await app.CreateClient().SendAsync(request);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("<h1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_no_page_knows_is_not_there() => await (await app.CreateClient()
        .PostAsync("/looks/1?handler=Nonsense", new FormUrlEncodedContent([]))).ProblemAsync(HttpStatusCode.NotFound, "urn:drape:request:not-found");
}
