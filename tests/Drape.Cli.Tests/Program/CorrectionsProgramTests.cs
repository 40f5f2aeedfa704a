using System.Text.Json;
using Drape.Imaging;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.Closets;
using Drape.Store.People;

namespace Drape.Cli.Tests.Program;

/// <summary>What people corrected, as a set to learn from.</summary>
public sealed class CorrectionsProgramTests : IDisposable
{
    readonly TemporaryFolder _home = new();
    readonly TemporaryFolder _given = new();

    public void Dispose()
    {
        _home.Dispose();
        _given.Dispose();
    }

    [Fact]
    public async Task Pieces_of_who_agrees_are_written_with_the_labels_that_were_corrected()
    {
        long piece = await CorrectAsync("Ann", agrees: true);
        await CorrectAsync("Ben", agrees: false);

        var end = await RunAsync("learn");

        string folder = _given["learn"];
        Assert.Equal((0, "", $"1 piece with 1 corrected label in {folder}.\n"), (end.Code, end.Error, end.Out));
        Assert.Equal(["n,image,owner_label,kids,split,type,pattern,colour,colour2", $"{piece:D8},,,,train,polo,,,"],
            File.ReadAllLines(Path.Combine(folder, "closet.csv")));
        string picture = Assert.Single(Directory.GetFiles(Path.Combine(folder, "closet")));
        Assert.Equal($"{piece:D8}.jpg", Path.GetFileName(picture));
        Assert.Equal(PhotoFormat.Jpeg, PhotoDecoder.Identify(File.ReadAllBytes(picture)).Format);
    }

    [Fact]
    public async Task Where_nobody_agrees_nothing_is_written()
    {
        await CorrectAsync("Ben", agrees: false);

        var end = await RunAsync("learn", "--json");

        Assert.Equal("""{"pieces":0,"labels":0}""", JsonSerializer.Serialize(JsonElement.Parse(end.Out)));
        Assert.False(Directory.Exists(_given["learn"]));
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_refused()
    {
        _given.Write("learn/closet.csv");

        var end = await RunAsync("learn");

        Assert.Equal(2, end.Code);
        Assert.Contains("is there already and not empty", end.Error, StringComparison.Ordinal);
    }

    async Task<long> CorrectAsync(string name, bool agrees)
    {
        await using var store = await DrapeStore.OpenAsync(new StoreSettings { Home = _home.Path }, new BlobSettings());
        long person = (await store.People.CreateAsync(new NewPerson { Name = name }))!.Id;
        await store.Corrections.ShareAsync(person, agrees);
        var piece = (await store.Closets.AddAsync(person,
        [
            new NewClosetItem
            {
                Picture = await store.Blobs.PutAsync(TemporaryFolder.Photo(), "image/jpeg"),
                Details = new ClosetDetails { Type = "t-shirt", Colour = "red", Pattern = "solid" },
                Reading = new Garment
                {
                    Type = "t-shirt", Confidence = 0.9, Box = new PixelBox(0, 0, 192, 256), Colour = "red", ColourConfidence = 0.9,
                    Colours = [], Pattern = "solid", PatternConfidence = 0.9, Alternatives = [],
                },
                Network = "reader-2026-11@0123456789ab",
                Embedding = [(Half)1f],
            },
        ], 10))![0];
        await store.Closets.ChangeAsync(person, piece.Id, details => details with { Type = "polo" });
        return piece.Id;
    }

    Task<Finished> RunAsync(string folder, params string[] options) =>
        DrapeProcess.RunAsync(["corrections", _given[folder], .. options, "--home", _home.Path]);
}
