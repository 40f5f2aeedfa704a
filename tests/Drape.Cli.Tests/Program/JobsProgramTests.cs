using System.Globalization;
using System.Text.Json;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.Jobs;

namespace Drape.Cli.Tests.Program;

public sealed class JobsProgramTests : IDisposable
{
    readonly TemporaryFolder _home = new();

    [Fact]
    public async Task Jobs_are_listed_with_what_they_are_at()
    {
        await using (var store = await OpenAsync())
        {
            await OrderAsync(store, "shop, from products.csv");
            var taken = (await store.Jobs.TakeAsync(["import"], "worker", TimeSpan.FromMinutes(1)))!;
            await store.Jobs.ProgressAsync(taken, new JobProgress(1200, 42000), TimeSpan.FromMinutes(1), "Reading pictures.");
        }

        var ended = await DrapeProcess.RunAsync("jobs", "--home", _home.Path);

        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Matches(@"^1  running    import  shop, from products\.csv   1,200 of 42,000   [\d.,]+/s   .+ left\n   Reading pictures\.\n$", ended.Out);
    }

    [Fact]
    public async Task In_an_empty_home_there_are_none()
    {
        var ended = await DrapeProcess.RunAsync("jobs", "--home", _home.Path);

        Assert.Equal((0, "There are no such jobs.\n"), (ended.Code, ended.Out));
    }

    [Fact]
    public async Task As_json_a_list_is_one_document_as_the_api_answers_it()
    {
        await using (var store = await OpenAsync())
        {
            await OrderAsync(store, "shop");
        }

        var ended = await DrapeProcess.RunAsync("jobs", "list", "--state", "queued", "--json", "--home", _home.Path);

        var job = JsonDocument.Parse(ended.Out).RootElement.GetProperty("jobs")[0];
        Assert.Equal(
            ("queued", "shop", false),
            (job.GetProperty("state").GetString(), job.GetProperty("title").GetString(), job.TryGetProperty("worker", out _)));
    }

    [Fact]
    public async Task A_job_is_cancelled_and_tried_again()
    {
        string id;
        await using (var store = await OpenAsync())
        {
            id = (await OrderAsync(store, "shop")).Id.ToString(CultureInfo.InvariantCulture);
        }

        var cancelled = await DrapeProcess.RunAsync("jobs", "cancel", id, "--home", _home.Path);
        var again = await DrapeProcess.RunAsync("jobs", "cancel", id, "--home", _home.Path);
        var retried = await DrapeProcess.RunAsync("jobs", "retry", id, "--home", _home.Path);

        Assert.Contains("state     cancelled", cancelled.Out, StringComparison.Ordinal);
        Assert.Equal((1, $"drape: Job {id} is cancelled: there is nothing to cancel.\n"), (again.Code, again.Error));
        Assert.Contains("state     queued", retried.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_is_not_there_is_wrong_use()
    {
        var ended = await DrapeProcess.RunAsync("jobs", "show", "7", "--home", _home.Path);

        Assert.Equal(2, ended.Code);
        Assert.StartsWith("drape: There is no job 7 in ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_that_is_none_is_wrong_use()
    {
        var ended = await DrapeProcess.RunAsync("jobs", "list", "--state", "lost", "--home", _home.Path);

        Assert.Equal(2, ended.Code);
    }

    public void Dispose() => _home.Dispose();

    Task<DrapeStore> OpenAsync() => DrapeStore.OpenAsync(new StoreSettings { Home = _home.Path }, new BlobSettings());

    static Task<Job> OrderAsync(DrapeStore store, string title) => store.Jobs.EnqueueAsync(
        new NewJob { Kind = "import", Title = title, Payload = JsonElement.Parse("{}") });
}
