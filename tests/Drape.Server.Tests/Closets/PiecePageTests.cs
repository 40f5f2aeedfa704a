using System.Net;
using System.Text.RegularExpressions;

namespace Drape.Server.Tests.Closets;

/// <summary>The page of a piece, as browsers use it.</summary>
public sealed class PiecePageTests(ClosetApp app) : IClassFixture<ClosetApp>
{
    static Dictionary<string, string> Fields => new()
    {
        ["type"] = "polo", ["colour"] = "navy", ["pattern"] = "striped", ["name"] = "For the beach", ["price"] = "39,90",
        ["currency"] = "EUR", ["boughtOn"] = "2026-03-02", ["notes"] = "A gift.",
    };

    [Theory]
    [InlineData("price", "cheap")]
    [InlineData("currency", "EURO")]
    [InlineData("boughtOn", "yesterday")]
    public async Task What_cannot_be_is_said_beside_its_field_and_nothing_that_was_typed_is_lost(string field, string wrong)
    {
        var (client, person, piece) = await OwnerAsync();
        var sent = Fields;
        sent[field] = wrong;

        var answer = await client.PostFormAsync(piece, $"{piece}?handler=Change", sent);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        string page = await answer.Content.ReadAsStringAsync();
        string input = Assert.Single(Regex.Matches(page, "<input[^>]*aria-invalid=\"true\"[^>]*>")).Value;
        Assert.Contains($"name=\"{field}\"", input, StringComparison.Ordinal);
        Assert.Contains($"value=\"{wrong}\"", input, StringComparison.Ordinal);
        Assert.Contains("autofocus", input, StringComparison.Ordinal);
        Assert.Contains($"id=\"{field}-fault\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"For the beach\"", page, StringComparison.Ordinal);
        Assert.Contains("A gift.</textarea>", page, StringComparison.Ordinal);
        Assert.Matches("<option value=\"polo\" selected", page);
        Assert.Null((await app.Store.Closets.AllAsync(person, Store.Closets.ClosetFilter.All)).Single().Details.Name);
    }

    [Fact]
    public async Task What_can_be_is_kept()
    {
        var (client, person, piece) = await OwnerAsync();

        var answer = await client.PostFormAsync(piece, $"{piece}?handler=Change", Fields);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var details = (await app.Store.Closets.AllAsync(person, Store.Closets.ClosetFilter.All)).Single().Details;
        Assert.Equal(("For the beach", 39.90m, new DateOnly(2026, 3, 2)), (details.Name, details.Price, details.BoughtOn));
    }

    [Fact]
    public async Task A_colours_name_is_told_once()
    {
        var (client, person) = await app.VisitorAsync();
        var item = Wardrobe.Piece with { Colours = [new("navy", "#1f2a4d", 0.7, "navy"), new("navy", "#31323a", 0.3, "ink")] };
        long id = (await app.Store.Closets.AddAsync(person, [item], 10))![0].Id;

        string page = await client.GetStringAsync($"/closet/{id}");

        string list = Regex.Match(page, "<ul class=\"hue-list\">(.*?)</ul>", RegexOptions.Singleline).Groups[1].Value;
        Assert.Contains("100%", list, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(list, "<li>"));
    }

    [Theory]
    [InlineData("Change")]
    [InlineData("Merge")]
    [InlineData("Delete")]
    [InlineData("Keep")]
    [InlineData("Wear")]
    public async Task Another_persons_piece_is_not_there(string handler)
    {
        var (_, _, theirs) = await OwnerAsync();
        var (client, _, own) = await OwnerAsync();

        var answer = await client.PostFormAsync(own, $"{theirs}?handler={handler}", Fields);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Where_the_session_has_ended_a_part_of_a_page_leads_the_whole_to_the_door()
    {
        var client = app.CreateClient(new() { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/closet/7?handler=Wear");
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("HX-Current-URL", "http://localhost/closet/7?from=rack");

        var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("/account/sign-in?returnUrl=%2Fcloset%2F7%3Ffrom%3Drack", answer.Headers.GetValues("HX-Redirect").Single());
    }

    async Task<(HttpClient Client, long Person, string Piece)> OwnerAsync()
    {
        var (client, person) = await app.VisitorAsync();
        long id = (await app.Store.Closets.AddAsync(person, [Wardrobe.Piece], 10))![0].Id;
        return (client, person, $"/closet/{id}");
    }
}
