using System.Text.Json;
using Drape.Store.Blobs;
using Drape.Store.Jobs;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Jobs;

public abstract class JobResultTests(TestDatabase place) : JobTests(place)
{
    [StoreFact]
    public async Task A_done_job_keeps_its_result()
    {
        var taken = await OrderAndTakeAsync();
        await Jobs.ProgressAsync(taken, JobProgress.None, Lease, checkpoint: JsonElement.Parse("1"));

        Assert.True(await Jobs.CompleteAsync(taken, new JobResult { Document = JsonElement.Parse("""{"rows":9}""") }));
        var done = (await Jobs.GetAsync(taken.Id))!;

        Assert.Equal(
            (JobState.Done, """{"rows":9}""", null, (DateTimeOffset?)Clock.GetUtcNow(), null),
            (done.State, done.Result.Document?.GetRawText(), done.Checkpoint, done.EndedAt, done.LeasedUntil));
    }

    [StoreFact]
    public async Task A_done_job_names_the_file_that_it_left()
    {
        var file = new JobFile { Content = BlobKey.Of("tags"u8), Type = "application/x-ndjson", Name = "tags.jsonl" };
        var taken = await OrderAndTakeAsync();

        await Jobs.CompleteAsync(taken, new JobResult { File = file });

        Assert.Equal(file, (await Jobs.GetAsync(taken.Id))!.Result.File);
    }

    [StoreFact]
    public async Task A_secret_is_known_to_whoever_takes_the_job_and_forgotten_once_it_is_done()
    {
        await Jobs.EnqueueAsync(Order() with { Secret = "of the shop" });

        var taken = (await TakeAsync())!;
        await Jobs.CompleteAsync(taken, JobResult.Nothing);

        Assert.Equal(("of the shop", null), (taken.Secret, (await Jobs.GetAsync(taken.Id))!.Secret));
    }

    public sealed class OnSqlite() : JobResultTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : JobResultTests(new PostgresTestDatabase());
}
