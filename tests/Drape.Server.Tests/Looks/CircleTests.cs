using System.Net;
using Drape.Store.Looks;

namespace Drape.Server.Tests.Looks;

/// <summary>Likes, scraps, comments, follows, the leaderboard, and those who moderate.</summary>
public sealed class CircleTests(LooksApp app) : IClassFixture<LooksApp>
{
    [Fact]
    public async Task Likes_are_counted_and_scraps_are_ones_own()
    {
        var (ann, _, _) = await app.PersonAsync();
        var (ben, _, _) = await app.PersonAsync();
        long id = await ann.LookAsync();
        string address = $"{Posting.Looks}/{id}";

        await ben.PutAsync(address + "/like");
        var liked = await (await ben.PutAsync(address + "/like")).ReadingAsync();
        await ben.PutAsync(address + "/scrap");

        Assert.Equal((1, true), (liked.GetProperty("likes").GetInt32(), liked.GetProperty("liked").GetBoolean()));
        Assert.Equal([id], await ben.NumbersAsync(Posting.Looks + "?scope=scrapped"));
        Assert.Empty(await ann.NumbersAsync(Posting.Looks + "?scope=scrapped"));
        Assert.Equal(0, (await (await ben.DeleteAsync(address + "/like")).ReadingAsync()).GetProperty("likes").GetInt32());
        await ben.DeleteAsync(address + "/scrap");
        Assert.Empty(await ben.NumbersAsync(Posting.Looks + "?scope=scrapped"));
    }

    [Fact]
    public async Task Comments_are_listed_page_after_page()
    {
        var (ann, _, _) = await app.PersonAsync();
        long id = await ann.LookAsync();
        foreach (string text in (string[])["One", "Two", "Three"])
        {
            await (await ann.SayAsync(id, text)).ReadingAsync();
        }

        var first = await (await app.CreateClient().GetAsync($"{Posting.Looks}/{id}/comments?limit=2")).ReadingAsync();
        var second = await (await app.CreateClient().GetAsync(
            $"{Posting.Looks}/{id}/comments?limit=2&after={first.GetProperty("next").GetInt64()}")).ReadingAsync();

        Assert.Equal(["Three", "Two", "One"], first.GetProperty("comments").EnumerateArray()
            .Concat(second.GetProperty("comments").EnumerateArray()).Select(c => c.GetProperty("text").GetString()));
        Assert.False(second.TryGetProperty("next", out _));
    }

    [Fact]
    public async Task People_follow_and_block_each_other_and_nobody_themselves()
    {
        var (ann, _, anns) = await app.PersonAsync();
        var (ben, _, bens) = await app.PersonAsync();

        Assert.Equal(1, (await (await ben.PutAsync($"/api/v1/people/{anns}/follow")).ReadingAsync()).GetProperty("followers").GetInt32());
        await (await ben.PutAsync($"/api/v1/people/{bens}/follow")).ProblemAsync(HttpStatusCode.UnprocessableEntity, "urn:drape:look:yourself");
        await (await ben.PutAsync("/api/v1/people/nobody/follow")).ProblemAsync(HttpStatusCode.NotFound, "urn:drape:look:no-person");

        await (await ann.PutAsync($"/api/v1/people/{bens}/block")).ReadingAsync();
        await (await ben.GetAsync($"/api/v1/people/{anns}")).ProblemAsync(HttpStatusCode.NotFound, "urn:drape:look:no-person");
        await (await ann.PutAsync($"/api/v1/people/{bens}/follow")).ProblemAsync(HttpStatusCode.UnprocessableEntity, "urn:drape:look:blocked");
        Assert.Equal(bens, (await (await ann.GetAsync("/api/v1/me/blocks")).ReadingAsync()).GetProperty("people")[0].GetProperty("handle").GetString());
        Assert.Equal(0, (await (await ben.GetAsync("/api/v1/me/following")).ReadingAsync()).GetProperty("people").GetArrayLength());
    }

    [Fact]
    public async Task The_leaderboard_stands_by_score_with_boards_for_styles_and_sections()
    {
        var (ann, _, _) = await app.PersonAsync();
        var (ben, _, _) = await app.PersonAsync();
        long best = await ann.LookAsync(section: "women"), second = await ben.LookAsync(photo: "plain.jpg", section: "men");
        await ann.LookAsync(LookVisibility.Private);

        long[] all = await app.CreateClient().NumbersAsync("/api/v1/leaderboard");
        Assert.True(Array.IndexOf(all, best) < Array.IndexOf(all, second), string.Join(", ", all));
        Assert.Contains(second, await ann.NumbersAsync("/api/v1/leaderboard?style=street&section=men&span=week"));
        Assert.DoesNotContain(best, await ann.NumbersAsync("/api/v1/leaderboard?section=men"));
        await (await ann.GetAsync("/api/v1/leaderboard?span=day")).ProblemAsync(HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter");
    }

    [Fact]
    public async Task What_is_reported_is_hidden_by_who_looks_after_the_server_and_nobody_else()
    {
        var (ann, _, _) = await app.PersonAsync();
        var (ben, _, _) = await app.PersonAsync();
        var moderator = await app.ModeratorAsync();
        long id = await ann.LookAsync();
        string address = $"{Posting.Looks}/{id}";

        await (await ben.PostJsonAsync(address + "/reports", """{"reason": "because"}"""))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "urn:drape:look:wrong-details");
        Assert.Equal(HttpStatusCode.NoContent,
            (await ben.PostJsonAsync(address + "/reports", """{"reason": "stolen", "note": "My photo."}""")).StatusCode);
        await (await ben.GetAsync("/api/v1/moderation/reports")).ProblemAsync(HttpStatusCode.Forbidden, "urn:drape:request:not-allowed");
        await (await ben.PostAsync($"/api/v1/moderation/looks/{id}:hide", null))
            .ProblemAsync(HttpStatusCode.Forbidden, "urn:drape:request:not-allowed");

        var reports = (await (await moderator.GetAsync("/api/v1/moderation/reports")).ReadingAsync()).GetProperty("reports");
        var report = reports.EnumerateArray().Single(r => r.GetProperty("look").GetProperty("id").GetInt64() == id);
        Assert.Equal("My photo.", report.GetProperty("notes")[0].GetString());
        Assert.Equal(1, report.GetProperty("reasons").GetProperty("stolen").GetInt32());
        Assert.Equal(HttpStatusCode.NoContent, (await moderator.PostAsync($"/api/v1/moderation/looks/{id}:hide", null)).StatusCode);

        await (await ben.GetAsync(address)).ProblemAsync(HttpStatusCode.NotFound, "urn:drape:look:not-found");
        Assert.True((await (await ann.GetAsync(address)).ReadingAsync()).TryGetProperty("hiddenAt", out _));
        await moderator.PostAsync($"/api/v1/moderation/looks/{id}:dismiss", null);
        await (await ben.GetAsync(address)).ReadingAsync();
    }

    [Fact]
    public async Task A_reported_comment_is_hidden_alone()
    {
        var (ann, _, _) = await app.PersonAsync();
        var (ben, _, _) = await app.PersonAsync();
        var moderator = await app.ModeratorAsync();
        long id = await ann.LookAsync();
        long comment = (await (await ben.SayAsync(id, "Buy now")).ReadingAsync()).GetProperty("id").GetInt64();

        await (await ann.PostJsonAsync($"{Posting.Looks}/{id}/comments/{comment + 1000}/reports", """{"reason": "spam"}"""))
            .ProblemAsync(HttpStatusCode.NotFound, "urn:drape:look:no-comment");
        Assert.Equal(HttpStatusCode.NoContent,
            (await ann.PostJsonAsync($"{Posting.Looks}/{id}/comments/{comment}/reports", """{"reason": "spam"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent,
            (await moderator.PostAsync($"/api/v1/moderation/looks/{id}/comments/{comment}:hide", null)).StatusCode);

        Assert.Empty(await app.Store.Comments.ListAsync(Viewer.Anybody, id, null, 10));
        Assert.Equal(HttpStatusCode.OK, (await app.CreateClient().GetAsync($"{Posting.Looks}/{id}")).StatusCode);
        await (await moderator.PostAsync("/api/v1/moderation/looks/999999:hide", null))
            .ProblemAsync(HttpStatusCode.NotFound, "urn:drape:look:not-reported");
    }
}
