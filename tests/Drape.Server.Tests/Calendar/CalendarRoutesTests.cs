using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Drape.Server.Tests.Closets;
using Drape.Store.Closets;

namespace Drape.Server.Tests.Calendar;

public sealed class CalendarRoutesTests(ClosetApp app) : IClassFixture<ClosetApp>
{
    const string Calendar = "/api/v1/calendar";

    DateOnly Today => DateOnly.FromDateTime(app.Store.Database.Now.UtcDateTime);

    [Fact]
    public async Task An_outfit_is_planned_found_changed_and_worn()
    {
        var (ann, person) = await app.MemberAsync();
        long shirt = await PieceAsync(person, "t-shirt"), jeans = await PieceAsync(person, "jeans");

        var added = await (await ann.PostAsJsonAsync(Calendar, new { day = Today, pieces = new[] { shirt, jeans }, note = "Busan" }))
            .ReadingAsync();
        long id = added.GetProperty("id").GetInt64();
        Assert.Equal((Text(Today), "Busan", false), (added.GetProperty("day").GetString(), added.GetProperty("note").GetString(),
            added.GetProperty("worn").GetBoolean()));
        Assert.Equal([shirt, jeans], Pieces(added));
        Assert.Equal([id], Ids(await (await ann.GetAsync($"{Calendar}?from={Text(Today)}&to={Text(Today)}")).ReadingAsync()));

        var worn = await (await ann.PatchAsJsonAsync($"{Calendar}/{id}", new { worn = true, pieces = new[] { jeans } })).ReadingAsync();
        Assert.True(worn.GetProperty("worn").GetBoolean());
        Assert.Equal("Busan", worn.GetProperty("note").GetString());
        Assert.Equal((0, 1), (await WearsAsync(person, shirt), await WearsAsync(person, jeans)));

        Assert.Equal(HttpStatusCode.OK, (await ann.DeleteAsync($"{Calendar}/{id}")).StatusCode);
        Assert.Equal(0, await WearsAsync(person, jeans));
        await (await ann.GetAsync($"{Calendar}/{id}")).ProblemAsync(HttpStatusCode.NotFound, "urn:drape:calendar:not-found");
    }

    [Fact]
    public async Task A_copy_is_planned_for_another_day()
    {
        var (ann, person) = await app.MemberAsync();
        long shirt = await PieceAsync(person, "t-shirt");
        long id = await OutfitAsync(ann, new { day = Today, pieces = new[] { shirt }, worn = true });

        var copy = await (await ann.PostAsJsonAsync($"{Calendar}/{id}:copy", new { day = Today.AddDays(7) })).ReadingAsync();

        Assert.Equal((Text(Today.AddDays(7)), false), (copy.GetProperty("day").GetString(), copy.GetProperty("worn").GetBoolean()));
        Assert.Equal([shirt], Pieces(copy));
        Assert.Equal(1, await WearsAsync(person, shirt));
    }

    [Theory]
    [InlineData("""{"day": "2026-02-30", "pieces": [1]}""", "wrong-outfit")]
    [InlineData("""{"pieces": [1]}""", "wrong-outfit")]
    [InlineData("""{"day": "2026-02-03"}""", "wrong-outfit")]
    [InlineData("""{"day": "2026-02-03", "pieces": []}""", "wrong-outfit")]
    [InlineData("""{"day": "2026-02-03", "pieces": ["shirt"]}""", "wrong-outfit")]
    [InlineData("""{"day": "2026-02-03", "pieces": [1], "wron": true}""", "wrong-outfit")]
    [InlineData("""{"day": "1500-02-03", "pieces": [1]}""", "wrong-outfit")]
    [InlineData("""{"day": "2026-02-03", "pieces": [999999]}""", "no-piece")]
    [InlineData("""[1]""", "wrong-outfit")]
    public async Task What_cannot_be_is_a_sentence(string body, string problem)
    {
        var (ann, _) = await app.MemberAsync();

        var answer = await ann.PostAsync(Calendar, new StringContent(body, null, "application/json"));

        await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity, $"urn:drape:calendar:{problem}");
    }

    [Fact]
    public async Task Nothing_was_worn_on_a_day_to_come()
    {
        var (ann, person) = await app.MemberAsync();
        long shirt = await PieceAsync(person, "t-shirt");
        long id = await OutfitAsync(ann, new { day = Today.AddDays(2), pieces = new[] { shirt } });

        var worn = await ann.PatchAsJsonAsync($"{Calendar}/{id}", new { worn = true });

        await worn.ProblemAsync(HttpStatusCode.UnprocessableEntity, "urn:drape:calendar:not-yet");
        Assert.Equal(0, await WearsAsync(person, shirt));
    }

    [Fact]
    public async Task A_list_has_a_beginning_and_an_end()
    {
        var (ann, _) = await app.MemberAsync();

        foreach (string days in (string[])["", "?from=2026-01-01", "?from=2026-02-01&to=2026-01-01", "?from=2024-01-01&to=2026-01-01"])
        {
            await (await ann.GetAsync(Calendar + days)).ProblemAsync(HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter");
        }
    }

    public static TheoryData<string, string> Doors => new() { { "GET", "" }, { "PATCH", "" }, { "DELETE", "" }, { "POST", ":copy" } };

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Another_persons_outfit_is_not_there(string method, string door)
    {
        var (ann, person) = await app.MemberAsync();
        var (ben, _) = await app.MemberAsync();
        long id = await OutfitAsync(ann, new { day = Today, pieces = new[] { await PieceAsync(person, "t-shirt") } });
        var before = await app.Store.Calendar.GetAsync(person, id);

        foreach (long asked in (long[])[id, 999999])
        {
            var answer = await ben.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"{Calendar}/{asked}{door}")
            {
                Content = method is "PATCH" or "POST" ? JsonContent.Create(new { day = Today.AddDays(1) }) : null,
            });
            await answer.ProblemAsync(HttpStatusCode.NotFound, "urn:drape:calendar:not-found");
        }

        var after = await app.Store.Calendar.GetAsync(person, id);
        Assert.Equal((before!.Day, before.ChangedAt), (after!.Day, after.ChangedAt));
    }

    [Fact]
    public async Task Another_persons_piece_comes_into_no_outfit_and_their_days_are_empty()
    {
        var (ann, person) = await app.MemberAsync();
        var (ben, _) = await app.MemberAsync();
        long hers = await PieceAsync(person, "t-shirt");
        await OutfitAsync(ann, new { day = Today, pieces = new[] { hers } });

        await (await ben.PostAsJsonAsync(Calendar, new { day = Today, pieces = new[] { hers } }))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "urn:drape:calendar:no-piece");
        Assert.Empty(Ids(await (await ben.GetAsync($"{Calendar}?from={Text(Today)}&to={Text(Today)}")).ReadingAsync()));
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_gets_in()
    {
        await (await app.CreateClient().GetAsync($"{Calendar}?from=2026-01-01&to=2026-01-02"))
            .ProblemAsync(HttpStatusCode.Unauthorized, "urn:drape:request:not-signed-in");

        var browser = app.CreateClient(new() { AllowAutoRedirect = false });
        foreach (string page in (string[])["/calendar", "/calendar/2026-11-21", "/calendar/2026-11-21/plan"])
        {
            var answer = await browser.GetAsync(page);
            Assert.Contains("/account/sign-in", answer.Headers.Location?.ToString() ?? $"{answer.StatusCode}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Another_persons_pages_and_forms_do_nothing()
    {
        var (ann, person) = await app.MemberAsync();
        var (ben, _) = await app.VisitorAsync();
        long id = await OutfitAsync(ann, new { day = Today, pieces = new[] { await PieceAsync(person, "t-shirt") } });
        string day = $"/calendar/{Text(Today)}";

        Assert.Equal(HttpStatusCode.NotFound, (await ben.GetAsync($"{day}/plan/{id}")).StatusCode);
        Assert.DoesNotContain("<article", await ben.GetStringAsync(day), StringComparison.Ordinal);
        foreach (string handler in (string[])["Wear", "Unwear", "Copy", "Delete"])
        {
            var answer = await ben.PostFormAsync("/closet/add", $"{day}?handler={handler}", new()
            {
                ["id"] = $"{id}", ["to"] = Text(Today.AddDays(1)),
            });
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{handler} answered {(int)answer.StatusCode}");
        }

        var outfit = await app.Store.Calendar.GetAsync(person, id);
        Assert.False(outfit!.Worn);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var (ben, person) = await app.VisitorAsync();
        long shirt = await PieceAsync(person, "t-shirt");

        var answer = await ben.PostAsync($"/calendar/{Text(Today)}/plan",
            new FormUrlEncodedContent([KeyValuePair.Create("pieces", $"{shirt}")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await app.Store.Calendar.ListAsync(person, Today, Today));
    }

    [Theory]
    [InlineData("/calendar?month=2026-13")]
    [InlineData("/calendar?month=autumn")]
    [InlineData("/calendar?month=1850-01")]
    [InlineData("/calendar/2026-02-30")]
    [InlineData("/calendar/2026-02-30/plan")]
    public async Task A_day_that_is_none_is_not_there(string page)
    {
        var (ben, _) = await app.VisitorAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await ben.GetAsync(page)).StatusCode);
    }

    [Fact]
    public async Task A_download_has_the_calendar()
    {
        var (ben, person) = await app.VisitorAsync();
        await app.Store.Calendar.AddAsync(person, new() { Day = Today, Pieces = [await PieceAsync(person, "t-shirt")], Note = "Busan" });

        await using var zip = new ZipArchive(new MemoryStream(await ben.GetByteArrayAsync("/api/v1/me/data")));
        using var json = await JsonDocument.ParseAsync(await zip.GetEntry("calendar/calendar.json")!.OpenAsync());

        Assert.Equal("Busan", json.RootElement.GetProperty("outfits")[0].GetProperty("note").GetString());
    }

    async Task<long> PieceAsync(long person, string type) => (await app.Store.Closets.AddAsync(
        person, [Wardrobe.Of(new ClosetDetails { Type = type, Colour = "navy", Pattern = "solid" })], 100))![0].Id;

    async Task<int> WearsAsync(long person, long piece) => (await app.Store.Closets.GetAsync(person, piece))!.Wears;

    static async Task<long> OutfitAsync(HttpClient client, object outfit) =>
        (await (await client.PostAsJsonAsync(Calendar, outfit)).ReadingAsync()).GetProperty("id").GetInt64();

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    static IEnumerable<long> Pieces(JsonElement outfit) =>
        outfit.GetProperty("pieces").EnumerateArray().Select(piece => piece.GetProperty("id").GetInt64());

    static IEnumerable<long> Ids(JsonElement calendar) =>
        calendar.GetProperty("outfits").EnumerateArray().Select(outfit => outfit.GetProperty("id").GetInt64());
}
