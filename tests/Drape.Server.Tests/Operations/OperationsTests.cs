using System.Net;
using System.Text.Json;
using Drape.Server.Tests.Closets;
using Drape.Store.Clicks;
using Drape.Store.Jobs;

namespace Drape.Server.Tests.Operations;

/// <summary>What who looks after the server sees, and nobody else.</summary>
public sealed class OperationsTests(ClosetApp app) : IClassFixture<ClosetApp>
{
    const string Operations = "/api/v1/operations";

    [Theory]
    [InlineData("")]
    [InlineData("/people")]
    public async Task It_is_for_administrators_only(string door)
    {
        var (eve, _) = await AdministratorAsync();
        var (ben, _) = await app.MemberAsync();

        Assert.Equal(HttpStatusCode.OK, (await eve.GetAsync(Operations + door)).StatusCode);
        await (await ben.GetAsync(Operations + door)).ProblemAsync(HttpStatusCode.Forbidden, "urn:drape:request:not-allowed");
        await (await app.CreateClient().GetAsync(Operations + door)).ProblemAsync(
            HttpStatusCode.Unauthorized, "urn:drape:request:not-signed-in");
    }

    [Fact]
    public async Task The_page_is_for_administrators_only_and_its_forms_too()
    {
        await AdministratorAsync();
        var (ben, person) = await app.VisitorAsync();
        var job = await app.Store.Jobs.EnqueueAsync(new NewJob { Kind = "nobody-does-it", Payload = JsonElement.Parse("{}") });

        Assert.DoesNotContain("id=\"networks\"", await (await ben.GetAsync("/operations")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await ben.PostFormAsync("/closet/add", "/operations?handler=Cancel", new() { ["id"] = $"{job.Id}" });
        Assert.Equal(JobState.Queued, (await app.Store.Jobs.GetAsync(job.Id))!.State);

        await app.Store.People.UpdateAsync((await app.Store.People.GetAsync(person))! with { Administrator = true });
        Assert.Contains("id=\"networks\"", await ben.GetStringAsync("/operations"), StringComparison.Ordinal);
        await ben.PostFormAsync("/operations", "/operations?handler=Cancel", new() { ["id"] = $"{job.Id}" });
        Assert.Equal(JobState.Cancelled, (await app.Store.Jobs.GetAsync(job.Id))!.State);
    }

    [Fact]
    public async Task Figures_are_those_of_what_was_done_and_kept()
    {
        var (eve, _) = await AdministratorAsync();
        var before = await ReadAsync(eve);
        await eve.PieceAsync(Pieces.Shirt);
        await eve.BringAsync("no picture"u8.ToArray());
        await app.Store.Jobs.EnqueueAsync(new NewJob { Kind = "nobody-does-it", Title = "Waits", Payload = JsonElement.Parse("{}") });
        await app.Store.Catalogs.FindOrCreateAsync("shop");

        var after = await ReadAsync(eve);

        Assert.True(Health(after, "pictures") > Health(before, "pictures"));
        Assert.True(Health(after, "requests") >= Health(before, "requests") + 3);
        Assert.True(Health(after, "memoryBytes") > 1_000_000);
        Assert.Equal(Jobs(before, "waiting") + 1, Jobs(after, "waiting"));
        Assert.Contains(after.GetProperty("jobs").GetProperty("worth").EnumerateArray(), job => job.GetProperty("title").GetString() == "Waits");
        var catalog = Assert.Single(after.GetProperty("catalogs").EnumerateArray());
        Assert.Equal(("shop", 0), (catalog.GetProperty("name").GetString(), catalog.GetProperty("products").GetInt32()));
        Assert.All(after.GetProperty("networks").EnumerateArray(), network =>
            Assert.Contains(network.GetProperty("precision").GetString(), (string[])["int8", "float32"]));
        Assert.Contains(after.GetProperty("networks").EnumerateArray(), network => network.GetProperty("loaded").GetBoolean());
        Assert.True(after.GetProperty("storage").GetProperty("databaseBytes").GetInt64() > 10_000);
        Assert.True(after.GetProperty("people").GetProperty("all").GetInt64() >= 1);
    }

    [Fact]
    public async Task What_led_people_to_a_shop_is_shown_the_most_frequent_first()
    {
        await AdministratorAsync();
        var (eve, person) = await app.VisitorAsync();
        await app.Store.People.UpdateAsync((await app.Store.People.GetAsync(person))! with { Administrator = true });
        await app.Store.Clicks.CountAsync(new Click("closed", "rare", ClickPlace.Look));
        await app.Store.Clicks.CountAsync(new Click("closed", "loved", ClickPlace.Look));
        await app.Store.Clicks.CountAsync(new Click("closed", "loved", ClickPlace.Alikes));

        var clicks = (await (await eve.GetAsync(Operations)).ReadingAsync()).GetProperty("clicks").EnumerateArray();

        Assert.Equal([("loved", 2L), ("rare", 1L)],
            clicks.Select(click => (click.GetProperty("product").GetString(), click.GetProperty("clicks").GetInt64())));
        Assert.Matches("(?s)id=\"clicks\".*loved.*rare", await eve.GetStringAsync("/operations"));
    }

    [Fact]
    public async Task People_are_found_by_name_and_address_and_nothing_of_theirs_is_told()
    {
        var (eve, _) = await AdministratorAsync();
        foreach (var (name, email) in ((string, string)[])[("Zoë Percent", "zoe_100%@shop.example"), ("Other", "zoe-1000@shop.example")])
        {
            await app.Store.People.CreateAsync(new() { Name = name, Email = email, PasswordHash = "none" });
        }

        Assert.Equal(["Zoë Percent"], await NamesAsync(eve, "percent"));
        Assert.Equal(["Zoë Percent"], await NamesAsync(eve, "ZOE_100%"));
        Assert.Equal(["Other", "Zoë Percent"], await NamesAsync(eve, "zoe"));
        Assert.Empty(await NamesAsync(eve, "nobody is called that"));
        string page = await (await eve.GetAsync($"{Operations}/people")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("password", page, StringComparison.OrdinalIgnoreCase);
    }

    async Task<(HttpClient Client, long Person)> AdministratorAsync()
    {
        var (client, person) = await app.MemberAsync();
        await app.Store.People.UpdateAsync((await app.Store.People.GetAsync(person))! with { Administrator = true });
        return (client, person);
    }

    static async Task<JsonElement> ReadAsync(HttpClient client) => await (await client.GetAsync(Operations)).ReadingAsync();

    static async Task<IEnumerable<string?>> NamesAsync(HttpClient client, string words) =>
        (await (await client.GetAsync($"{Operations}/people?words={Uri.EscapeDataString(words)}")).ReadingAsync())
            .GetProperty("people").EnumerateArray().Select(person => person.GetProperty("name").GetString());

    static long Health(JsonElement answer, string name) => answer.GetProperty("health").GetProperty(name).GetInt64();

    static long Jobs(JsonElement answer, string name) => answer.GetProperty("jobs").GetProperty(name).GetInt64();
}
