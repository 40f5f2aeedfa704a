using System.Net;
using System.Net.Http.Json;
using Drape.Store.Closets;

namespace Drape.Server.Tests.Closets;

/// <summary>What somebody else can do to a closet: nothing, and they cannot even tell that a piece is there.</summary>
public sealed class OwnershipTests(ClosetApp app) : IClassFixture<ClosetApp>
{
    const string NotFound = "urn:drape:closet:not-found";

    public static TheoryData<string, string> Doors => new()
    {
        { "GET", "" },
        { "GET", "/picture" },
        { "GET", "/photo" },
        { "GET", "/wears" },
        { "GET", "/alikes" },
        { "PATCH", "" },
        { "DELETE", "" },
        { "PUT", "/wears/2026-01-02" },
        { "DELETE", "/wears/2026-01-02" },
        { "POST", ":undo" },
        { "POST", ":restore" },
        { "POST", ":keep" },
        { "POST", ":merge" },
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Another_persons_piece_is_not_there(string method, string door)
    {
        var (ann, person) = await app.MemberAsync();
        var (ben, _) = await app.MemberAsync();
        long id = await ann.PieceAsync(Pieces.Shirt);
        var before = await app.Store.Closets.GetAsync(person, id);

        var theirs = await ben.SendAsync(Request(method, $"/api/v1/closet/{id}{door}"));
        var nobodys = await ben.SendAsync(Request(method, $"/api/v1/closet/999999{door}"));

        await theirs.ProblemAsync(HttpStatusCode.NotFound, NotFound);
        await nobodys.ProblemAsync(HttpStatusCode.NotFound, NotFound);
        var after = await app.Store.Closets.GetAsync(person, id);
        Assert.Equal((before!.ChangedAt, before.Wears, before.DeletedAt), (after!.ChangedAt, after.Wears, after.DeletedAt));
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_gets_in()
    {
        var client = app.CreateClient();

        await (await client.GetAsync("/api/v1/closet")).ProblemAsync(HttpStatusCode.Unauthorized, "urn:drape:request:not-signed-in");
        await (await client.BringAsync(Pieces.Shirt)).ProblemAsync(HttpStatusCode.Unauthorized, "urn:drape:request:not-signed-in");
    }

    [Theory]
    [InlineData("/closet")]
    [InlineData("/closet/add")]
    [InlineData("/closet/statistics")]
    [InlineData("/closet/1")]
    public async Task The_pages_lead_those_to_the_door(string page)
    {
        var client = app.CreateClient(new() { AllowAutoRedirect = false });

        var answer = await client.GetAsync(page);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/account/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_persons_page_is_not_there_and_its_forms_do_nothing()
    {
        var (ann, person) = await app.MemberAsync();
        long id = await ann.PieceAsync(Pieces.Shirt);
        var (ben, _) = await app.VisitorAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await ben.GetAsync($"/closet/{id}")).StatusCode);
        foreach (string handler in (string[])["Wear", "Delete", "Undo", "Keep", "Restore", "Change", "Type"])
        {
            var answer = await ben.PostFormAsync("/closet/add", $"/closet/{id}?handler={handler}", new()
            {
                ["day"] = "2026-01-02", ["type"] = "polo", ["colour"] = "red", ["pattern"] = "solid",
            });
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{handler} answered {(int)answer.StatusCode}");
        }

        var item = await app.Store.Closets.GetAsync(person, id);
        Assert.Equal((0, null, null), (item!.Wears, item.DeletedAt, item.Previous));
    }

    [Fact]
    public async Task A_browser_that_changes_something_brings_the_pages_token()
    {
        var (ben, person) = await app.VisitorAsync();

        await (await ben.PutAsJsonAsync("/api/v1/closet/settings", new ClosetSettingsBody(true)))
            .ProblemAsync(HttpStatusCode.Forbidden, "urn:drape:request:missing-token");

        Assert.False(await app.Store.Corrections.SharesAsync(person));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var (ben, person) = await app.VisitorAsync();

        var answer = await ben.PostAsync("/closet?handler=Share", new FormUrlEncodedContent([KeyValuePair.Create("shares", "true")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(await app.Store.Corrections.SharesAsync(person));
    }

    [Fact]
    public async Task Lists_and_statistics_have_ones_own_pieces_only()
    {
        var (ann, _) = await app.MemberAsync();
        var (ben, _) = await app.MemberAsync();
        await ann.PieceAsync(Pieces.Shirt);

        Assert.Equal(0, (await (await ben.GetAsync("/api/v1/closet")).ReadingAsync()).GetProperty("items").GetArrayLength());
        Assert.Equal(0, (await (await ben.GetAsync("/api/v1/closet/statistics")).ReadingAsync()).GetProperty("pieces").GetInt32());
        // A piece of another closet is no double of one's own.
        var mine = await (await ben.BringAsync(Pieces.Shirt)).ReadingAsync();
        Assert.False(mine.GetProperty("photos")[0].GetProperty("items")[0].TryGetProperty("looksLike", out _));
    }

    [Fact]
    public async Task A_picture_that_two_have_stays_when_one_of_them_goes()
    {
        var (ann, person) = await app.MemberAsync();
        var (ben, _) = await app.MemberAsync();
        long hers = await ann.PieceAsync(Pieces.Jeans), his = await ben.PieceAsync(Pieces.Jeans);
        await ann.DeleteAsync($"/api/v1/closet/{hers}");

        Assert.Equal(HttpStatusCode.NoContent, (await ann.DeleteAsync("/api/v1/closet/bin")).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await ben.GetAsync($"/api/v1/closet/{his}/picture")).StatusCode);
        Assert.Empty(await app.Store.Closets.ListAsync(person, new ClosetFilter { Deleted = true }, null, 10));
    }

    static HttpRequestMessage Request(string method, string path) => new(new HttpMethod(method), path)
    {
        Content = method == "PATCH" ? JsonContent.Create(new { name = "mine" }) : null,
    };

    sealed record ClosetSettingsBody(bool SharesCorrections);
}
