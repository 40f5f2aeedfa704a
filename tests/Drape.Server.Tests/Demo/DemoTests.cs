using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Drape.Drawing;
using Drape.Server.Demo;
using Drape.Server.Tests.Closets;
using Drape.Store.Closets;
using Drape.Store.Jobs;
using Drape.Store.Looks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Drape.Server.Tests.Demo;

public sealed class DemoTests
{
    // Drawn as all the others are; the whole would take minutes.
    static readonly DemoCast Few = new(
        [
            new("Ann", GroundKind.BedSheet, [.. DemoPerson.All[0].Pieces.Take(2)], [[0, 1]])
            {
                Figure = DemoPerson.All[0].Figure,
                Section = LookSection.Women,
                Follows = ["Ben"],
                Looks =
                [
                    DemoLooks.Ann[2] with { LikedBy = ["Ben"], KeptBy = ["Ben"], Comments = [new("Ben", "Good."), new("Ann", "Thanks!")] },
                    DemoLooks.Ann[0] with { LikedBy = [], KeptBy = [], Comments = [] },
                ],
            },
            new("Ben", GroundKind.WoodenFloor, [.. DemoPerson.All[1].Pieces.Take(1)], [[0]])
            {
                Figure = DemoPerson.All[1].Figure,
                Looks = [DemoLooks.Ben[1] with { LikedBy = ["Ann"], KeptBy = [], Comments = [new("Ann", "Blue!")] }],
            },
        ],
        new DrawnProducts([new(GarmentShape.TShirt, "white", 0xF2F0EA, 19), new(GarmentShape.Jeans, "blue", 0x466A9E, 79)]));

    [Fact]
    public void Whoever_it_shows_wears_what_hangs_in_their_closet() => Assert.All(DemoPerson.All, person =>
    {
        Assert.All(person.Outfits.SelectMany(outfit => outfit), place => Assert.InRange(place, 0, person.Pieces.Count - 1));
        Assert.Equal(person.Pieces.Count, person.Pieces.DistinctBy(piece => (piece.Shape, piece.Colour, piece.Pattern)).Count());
    });

    [Fact]
    public async Task A_demo_has_people_closets_days_looks_and_a_catalog_and_a_second_start_adds_nothing()
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
        Assert.Equal(["Ann 0 0 0", "Ann 1 1 2", "Ben 1 0 1"], kept.Looks);
        var catalog = (await app.Store.Catalogs.FindAsync(DrawnProducts.Catalog))!;
        Assert.Equal(Few.Products.Count, (await app.Store.Catalogs.CountAsync(catalog.Id)).Products);

        string again = await DrawAsync(app);
        Assert.Contains(password, again, StringComparison.Ordinal);
        Assert.DoesNotContain("Drawing", again, StringComparison.Ordinal);
        Assert.Equivalent(kept, await KeptAsync(app));
    }

    [Fact]
    public async Task Looks_that_were_interrupted_are_finished_and_not_doubled()
    {
        await using var app = new ClosetApp();
        app.CreateClient();
        await DrawAsync(app);
        var kept = await KeptAsync(app);
        var (ann, ben) = (await IdAsync(app, "Ann"), await IdAsync(app, "Ben"));
        var dress = (await app.Store.Looks.AllOfAsync(ann))[^1];
        var thanks = (await app.Store.Comments.AllOfAsync(ann)).Single(comment => comment.Look == dress.Id);
        Assert.True(await app.Store.Comments.DeleteAsync(ann, dress.Id, thanks.Id));
        await app.Store.Looks.LikeAsync(ben, dress.Id, likes: false);
        var notes = await DemoNotes.OpenAsync(app.Home, CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(app.Home, "demo.json"),
            JsonSerializer.Serialize(notes with { Done = [.. notes.Done.Where(part => part != "looks")] }));

        string said = await DrawAsync(app);

        Assert.Contains("Drawing the looks.", said, StringComparison.Ordinal);
        Assert.Equivalent(kept, await KeptAsync(app));
    }

    [Fact]
    public async Task A_look_stands_where_and_when_its_author_posted_it_with_what_the_networks_read()
    {
        await using var app = new ClosetApp();
        app.CreateClient();
        await DrawAsync(app);

        var looks = await app.Store.Looks.ListAsync(Viewer.Anybody, new LookFilter(), null, 10);

        Assert.Equal(Few.People.SelectMany(person => person.Looks).OrderBy(look => look.DaysAgo).Select(look => look.Text),
            looks.Select(look => look.Details.Text));
        Assert.Equal(looks.OrderByDescending(look => look.CreatedAt), looks);
        Assert.All(looks, look => Assert.InRange(look.Score, 1, 100));
        var dress = looks.Single(look => look.Details.Text == DemoLooks.Ann[2].Text);
        Assert.Equal(LookSection.Women, dress.Details.Section);
        Assert.Contains(dress.Reading.Garments, garment => garment.Type == "dress");
        Assert.Single(await app.Store.Looks.ListAsync(new Viewer(await IdAsync(app, "Ann")), new LookFilter { Scope = LookScope.Following }, null, 10));
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
        List<string> looks = [];
        foreach (var person in Few.People)
        {
            long id = (await app.Store.People.FindByEmailAsync(person.Email))!.Id;
            closets.Add((await app.Store.Closets.AllAsync(id, ClosetFilter.All)).Count);
            days.Add((await app.Store.Calendar.ListAsync(id, today.AddDays(-200), today.AddDays(60))).Count);
            foreach (var look in await app.Store.Looks.AllOfAsync(id))
            {
                int kept = 0;
                foreach (var other in Few.People)
                {
                    kept += (await app.Store.Looks.MarksAsync(await IdAsync(app, other.Name))).Scraps.Count(scrap => scrap == look.Id);
                }

                looks.Add(string.Create(CultureInfo.InvariantCulture, $"{person.Name} {look.Likes} {kept} {look.Comments}"));
            }
        }

        return new Kept(closets, days, looks, await app.Store.People.CountAsync(), (await app.Store.Jobs.ListAsync(JobFilter.All, null, 10)).Count);
    }

    static async Task<long> IdAsync(ClosetApp app, string name) =>
        (await app.Store.People.FindByEmailAsync(Few.People.Single(person => person.Name == name).Email))!.Id;

    sealed record Kept(IReadOnlyList<int> Closets, IReadOnlyList<int> Days, IReadOnlyList<string> Looks, long People, int Jobs);
}
