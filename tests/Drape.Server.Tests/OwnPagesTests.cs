using System.Net;

namespace Drape.Server.Tests;

/// <summary>Whose pages may change something.</summary>
public sealed class OwnPagesTests(DrapeApp app) : IClassFixture<DrapeApp>
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task A_page_of_another_site_may_not_post(string header, string value)
    {
        var answer = await PostAsync(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "http://localhost")]
    [InlineData("User-Agent", "a-program/1.0")]
    public async Task Own_pages_and_programs_may(string header, string value) =>
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(header, value)).StatusCode);

    [Fact]
    public async Task Reading_is_nobodys_secret()
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/jobs");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(request)).StatusCode);
    }

    async Task<HttpResponseMessage> PostAsync(string header, string value)
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/photos/analyze")
        {
            Content = new ByteArrayContent(Pictures.File()) { Headers = { { "Content-Type", "image/jpeg" } } },
        };
        request.Headers.Add(header, value);
        return await client.SendAsync(request);
    }
}
