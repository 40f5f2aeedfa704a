using System.Net;
using System.Text;
using Drape.Store.Looks;

namespace Drape.Server.Tests.Looks;

/// <summary>What other people see of looks, and what they can do to them.</summary>
public sealed class SightTests(LooksApp app) : IClassFixture<LooksApp>
{
    const string NotFound = "urn:drape:look:not-found";

    public static TheoryData<string, string> Doors => new()
    {
        { "GET", "" },
        { "GET", "/picture" },
        { "GET", "/preview" },
        { "GET", "/comments" },
        { "PATCH", "" },
        { "DELETE", "" },
        { "POST", ":restore" },
        { "PUT", "/like" },
        { "PUT", "/scrap" },
        { "POST", "/comments" },
        { "POST", "/reports" },
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task What_is_private_is_not_there_for_others(string method, string door) =>
        await NotThereAsync(LookVisibility.Private, method, door);

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task What_is_for_followers_is_not_there_for_those_who_do_not_follow(string method, string door) =>
        await NotThereAsync(LookVisibility.Followers, method, door);

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task What_is_of_somebody_who_blocked_one_is_not_there(string method, string door)
    {
        var (ann, _, _) = await app.PersonAsync();
        var (ben, _, handle) = await app.PersonAsync();
        long id = await ann.LookAsync();
        await (await ann.PutAsync($"/api/v1/people/{handle}/block")).ReadingAsync();

        await (await ben.SendAsync(Request(method, $"{Posting.Looks}/{id}{door}"))).ProblemAsync(HttpStatusCode.NotFound, NotFound);
    }

    [Theory]
    [InlineData("/picture")]
    [InlineData("/preview")]
    [InlineData("/comments")]
    [InlineData("")]
    public async Task Nor_for_those_without_an_account(string door)
    {
        var (ann, _, _) = await app.PersonAsync();
        long id = await ann.LookAsync(LookVisibility.Followers);

        await (await app.CreateClient().GetAsync($"{Posting.Looks}/{id}{door}")).ProblemAsync(HttpStatusCode.NotFound, NotFound);
    }

    [Fact]
    public async Task A_follower_sees_what_is_for_followers_and_has_it_in_the_feed()
    {
        var (ann, _, handle) = await app.PersonAsync();
        var (ben, _, _) = await app.PersonAsync();
        long id = await ann.LookAsync(LookVisibility.Followers);

        await (await ben.PutAsync($"/api/v1/people/{handle}/follow")).ReadingAsync();

        Assert.Equal(HttpStatusCode.OK, (await ben.GetAsync($"{Posting.Looks}/{id}/picture")).StatusCode);
        Assert.Equal([id], await ben.NumbersAsync(Posting.Looks + "?scope=following"));
        Assert.Equal([id], await ben.NumbersAsync($"{Posting.Looks}?scope=visible&person={handle}"));
        Assert.Empty(await ben.NumbersAsync($"{Posting.Looks}?person={handle}"));
    }

    [Theory]
    [InlineData("PATCH", "")]
    [InlineData("DELETE", "")]
    [InlineData("POST", ":restore")]
    public async Task What_one_sees_one_cannot_change_where_it_is_anothers(string method, string door)
    {
        var (ann, _, _) = await app.PersonAsync();
        var (ben, _, _) = await app.PersonAsync();
        long id = await ann.LookAsync();

        await (await ben.SendAsync(Request(method, $"{Posting.Looks}/{id}{door}")))
            .ProblemAsync(HttpStatusCode.Forbidden, "urn:drape:look:not-yours");

        Assert.Null((await app.Store.Looks.GetAsync(Viewer.Anybody, id))!.Details.Text);
    }

    [Fact]
    public async Task Another_ones_comment_stays_but_for_the_author_of_the_look()
    {
        var (ann, _, _) = await app.PersonAsync();
        var (ben, _, _) = await app.PersonAsync();
        var (cho, _, _) = await app.PersonAsync();
        long id = await ann.LookAsync();
        long comment = (await (await ben.SayAsync(id, "Hm.")).ReadingAsync()).GetProperty("id").GetInt64();
        string address = $"{Posting.Looks}/{id}/comments/{comment}";

        await (await cho.DeleteAsync(address)).ProblemAsync(HttpStatusCode.NotFound, "urn:drape:look:no-comment");
        Assert.Equal(HttpStatusCode.NoContent, (await ann.DeleteAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Lists_of_ones_own_need_somebody()
    {
        foreach (string scope in (string[])["following", "own", "scrapped"])
        {
            await (await app.CreateClient().GetAsync($"{Posting.Looks}?scope={scope}"))
                .ProblemAsync(HttpStatusCode.Unauthorized, "urn:drape:request:not-signed-in");
        }
    }

    [Fact]
    public async Task Nobody_without_an_account_likes_says_follows_blocks_or_reports()
    {
        var (ann, _, handle) = await app.PersonAsync();
        long id = await ann.LookAsync();
        var nobody = app.CreateClient();

        foreach (var (method, path) in ((string, string)[])[("PUT", $"{Posting.Looks}/{id}/like"), ("PUT", $"{Posting.Looks}/{id}/scrap"),
            ("POST", $"{Posting.Looks}/{id}/comments"), ("POST", $"{Posting.Looks}/{id}/reports"),
            ("PUT", $"/api/v1/people/{handle}/follow"), ("PUT", $"/api/v1/people/{handle}/block"),
            ("GET", "/api/v1/me/following"), ("GET", "/api/v1/me/blocks"), ("GET", "/api/v1/moderation/reports")])
        {
            await (await nobody.SendAsync(Request(method, path)))
                .ProblemAsync(HttpStatusCode.Unauthorized, "urn:drape:request:not-signed-in");
        }
    }

    async Task NotThereAsync(LookVisibility visibility, string method, string door)
    {
        var (ann, person, _) = await app.PersonAsync();
        var (ben, _, _) = await app.PersonAsync();
        long id = await ann.LookAsync(visibility);

        var theirs = await ben.SendAsync(Request(method, $"{Posting.Looks}/{id}{door}"));
        var nobodys = await ben.SendAsync(Request(method, $"{Posting.Looks}/999999{door}"));

        await theirs.ProblemAsync(HttpStatusCode.NotFound, NotFound);
        await nobodys.ProblemAsync(HttpStatusCode.NotFound, NotFound);
        var after = (await app.Store.Looks.GetAsync(new Viewer(person), id))!;
        Assert.Equal((0, 0, null), (after.Likes, after.Comments, after.Details.Text));
    }

    static HttpRequestMessage Request(string method, string path) => new(new HttpMethod(method), path)
    {
        Content = method is "PATCH" or "POST" && !path.EndsWith(":restore", StringComparison.Ordinal) ? new StringContent(
            path.EndsWith("/reports", StringComparison.Ordinal) ? """{"reason": "spam"}""" : """{"text": "mine"}""",
            Encoding.UTF8, "application/json") : null,
    };
}
