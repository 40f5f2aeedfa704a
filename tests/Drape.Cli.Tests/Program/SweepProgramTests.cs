using System.Text.Json;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.Jobs;

namespace Drape.Cli.Tests.Program;

public sealed class SweepProgramTests : IDisposable
{
    readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task What_nothing_shows_is_counted_and_then_deleted()
    {
        await KeepAsync(260_000, TimeSpan.FromHours(2));

        var counted = await RunAsync("--dry-run");
        var deleted = await RunAsync();
        var again = await RunAsync();

        const string none = "0 pictures (0.0 MB)";
        Assert.Equal((0, ""), (counted.Code, counted.Error));
        Assert.Equal($"1 picture (0.3 MB) that nothing shows would be deleted; {none} are needed.\n", counted.Out);
        Assert.Equal($"1 picture (0.3 MB) that nothing shows is deleted; {none} are needed.\n", deleted.Out);
        Assert.Equal($"{none} that nothing shows are deleted; {none} are needed.\n", again.Out);
    }

    [Fact]
    public async Task As_json_it_is_one_document()
    {
        await KeepAsync(100, TimeSpan.FromHours(2));
        await KeepAsync(50, TimeSpan.Zero);

        var json = JsonElement.Parse((await RunAsync("--json")).Out);

        Assert.Equal("""{"dryRun":false,"deleted":1,"deletedBytes":100,"recent":1,"recentBytes":50,"needed":0,"neededBytes":0}""",
            JsonSerializer.Serialize(json));
    }

    [Fact]
    public async Task Beside_a_job_it_refuses_with_a_sentence()
    {
        await using (var store = await OpenAsync())
        {
            await store.Jobs.EnqueueAsync(new NewJob { Kind = "import", Payload = JsonElement.Parse("{}") });
        }

        var end = await RunAsync();

        Assert.Equal((3, "drape: Job 1 (import) is not done and may be about to show pictures that nothing shows yet: "
            + "sweep when it is done, or cancel it.\n"), (end.Code, end.Error));
    }

    [Fact]
    public async Task A_misspelt_setting_is_named_and_nothing_is_done()
    {
        _home.Write("drape.json", """{ "Stor": { "Connection": "Host=db" } }""");

        var end = await RunAsync();

        Assert.Equal((3, $"drape: {_home["drape.json"]} has the setting 'Stor', which there is not: 'Store' is probably meant.\n"),
            (end.Code, end.Error));
    }

    async Task KeepAsync(int length, TimeSpan ago)
    {
        await using var store = await OpenAsync();
        var key = await store.Blobs.PutAsync(new byte[length], "image/jpeg");
        string file = Directory.GetFiles(_home["blobs"], key.ToString(), SearchOption.AllDirectories).Single();
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow - ago);
    }

    Task<DrapeStore> OpenAsync() => DrapeStore.OpenAsync(new StoreSettings { Home = _home.Path }, new BlobSettings());

    Task<Finished> RunAsync(params string[] options) => DrapeProcess.RunAsync(["sweep", .. options, "--home", _home.Path]);
}
