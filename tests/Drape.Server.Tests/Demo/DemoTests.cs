using System.Text.RegularExpressions;
using Drape.Drawing;
using Drape.Server.Demo;
using Drape.Server.Tests.Closets;
using Drape.Store.Closets;
using Drape.Store.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Drape.Server.Tests.Demo;

public sealed class DemoTests
{
    // Drawn as all the others are; the whole would take minutes.
    static readonly DemoCast Few = new(
        [
            new("Ann", GroundKind.BedSheet, [.. DemoPerson.All[0].Pieces.Take(2)], [[0, 1]]),
            new("Ben", GroundKind.WoodenFloor, [.. DemoPerson.All[1].Pieces.Take(1)], [[0]]),
        ],
        new DrawnProducts([new(GarmentShape.TShirt, "white", 0xF2F0EA, 19), new(GarmentShape.Jeans, "blue", 0x466A9E, 79)]));

    [Fact]
    public void Whoever_it_shows_wears_what_hangs_in_their_closet() => Assert.All(DemoPerson.All, person =>
    {
        Assert.All(person.Outfits.SelectMany(outfit => outfit), place => Assert.InRange(place, 0, person.Pieces.Count - 1));
        Assert.Equal(person.Pieces.Count, person.Pieces.DistinctBy(piece => (piece.Shape, piece.Colour, piece.Pattern)).Count());
    });

    [Fact]
    public async Task A_demo_has_people_closets_days_and_a_catalog_and_a_second_start_adds_nothing()
    {
        await using var app = new ClosetApp();
        app.CreateClient();

        string said = await DrawAsync(app);

        string password = Regex.Match(said, "the password is ([a-z0-9-]{19})").Groups[1].Value;
        Assert.NotEmpty(password);
        Assert.EndsWith("The demo is ready." + Environment.NewLine, said, StringComparison.Ordinal);
        var kept = await KeptAsync(app);
        Assert.Equal(Few.People.Select(person => person.Pieces.Count), kept.Closets);
        Assert.All(kept.Days, outfits => Assert.InRange(outfits, 80, 175));
        var catalog = (await app.Store.Catalogs.FindAsync(DrawnProducts.Catalog))!;
        Assert.Equal(Few.Products.Count, (await app.Store.Catalogs.CountAsync(catalog.Id)).Products);

        string again = await DrawAsync(app);
        Assert.Contains(password, again, StringComparison.Ordinal);
        Assert.DoesNotContain("Drawing", again, StringComparison.Ordinal);
        Assert.Equivalent(kept, await KeptAsync(app));
    }

    [Fact]
    public async Task Its_people_sign_in_with_the_password_that_it_keeps()
    {
        await using var app = new ClosetApp();
        var client = app.CreateClient(new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false });
        using var enough = new CancellationTokenSource();
        var drawing = Seeding(app).RunAsync(TextWriter.Null, enough.Token);
        while (await app.Store.People.FindByEmailAsync(Few.People[^1].Email) is null)
        {
            await Task.Delay(20);
        }

        await enough.CancelAsync(); // the rest of it is not needed here
        await drawing;
        string password = (await DemoNotes.OpenAsync(app.Home, CancellationToken.None)).Password;
        var answer = await client.PostFormAsync("/account/sign-in", "/account/sign-in", new()
        {
            ["Email"] = Few.People[0].Email, ["Password"] = password,
        });

        Assert.Equal("/", answer.Headers.Location?.ToString());
        Assert.True((await app.Store.People.FindByEmailAsync(Few.People[0].Email))!.Administrator);
    }

    [Fact]
    public void It_keeps_away_from_the_database_the_pictures_and_the_mail_that_are_set()
    {
        var builder = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Store:Connection"] = "Host=production",
            ["Index:Kind"] = "pgvector",
            ["Blobs:Kind"] = "s3",
            ["Blobs:Folder"] = "/srv/pictures",
            ["Mail:Host"] = "smtp.shop.example",
            ["Mail:Folder"] = "/srv/mail",
        });

        DemoHome.Guard(builder, DemoHome.Of("/srv/drape"));

        var guarded = builder.Build();
        Assert.Null(guarded["Store:Connection"]);
        Assert.Null(guarded["Mail:Host"]);
        Assert.Equal(("memory", "folder"), (guarded["Index:Kind"], guarded["Blobs:Kind"]));
        Assert.All((string[])[guarded["Blobs:Folder"]!, guarded["Mail:Folder"]!],
            folder => Assert.StartsWith(Path.Combine("/srv/drape", "demo"), folder, StringComparison.Ordinal));
    }

    static DemoSeeding Seeding(ClosetApp app) => ActivatorUtilities.CreateInstance<DemoSeeding>(app.Services, Few);

    static async Task<string> DrawAsync(ClosetApp app)
    {
        using var output = new StringWriter();
        await Seeding(app).RunAsync(output, CancellationToken.None);
        return output.ToString();
    }

    static async Task<Kept> KeptAsync(ClosetApp app)
    {
        var today = DateOnly.FromDateTime(DateTime.Now);
        List<int> closets = [], days = [];
        foreach (var person in Few.People)
        {
            long id = (await app.Store.People.FindByEmailAsync(person.Email))!.Id;
            closets.Add((await app.Store.Closets.AllAsync(id, ClosetFilter.All)).Count);
            days.Add((await app.Store.Calendar.ListAsync(id, today.AddDays(-200), today.AddDays(60))).Count);
        }

        return new Kept(closets, days, await app.Store.People.CountAsync(), (await app.Store.Jobs.ListAsync(JobFilter.All, null, 10)).Count);
    }

    sealed record Kept(IReadOnlyList<int> Closets, IReadOnlyList<int> Days, long People, int Jobs);
}
