using System.Text.Json;
using Drape.Store.Jobs;

namespace Drape.Server.Tests.Jobs;

public sealed class JobWorkerTests(JobApp app) : IClassFixture<JobApp>
{
    [Fact]
    public async Task A_job_is_done_and_leaves_its_result()
    {
        var job = await app.OrderAsync("count", """{"to":5}""");

        var done = await app.UntilEndedAsync(job.Id);

        Assert.Equal(
            (JobState.Done, """{"from":0,"to":5}""", new JobProgress(5, 5)),
            (done.State, done.Result.Document?.GetRawText(), done.Progress));
    }

    [Fact]
    public async Task A_job_that_cannot_be_done_says_why_and_is_not_tried_again()
    {
        var job = await app.OrderAsync("refuse");

        var failed = await app.UntilEndedAsync(job.Id);

        Assert.Equal(
            (JobState.Failed, 1, "There is no folder of that name."), (failed.State, failed.Attempts, failed.Message));
    }

    [Fact]
    public async Task What_nobody_foresaw_is_tried_again_later_and_shows_nothing_of_the_inside()
    {
        var job = await app.OrderAsync("stumble");

        var waiting = await app.UntilAsync(job.Id, j => j is { State: JobState.Queued, Attempts: 1 });

        Assert.Equal("Drape failed while doing this; the server's log says why.", waiting.Message);
        Assert.True(waiting.RunAt > app.Store.Database.Now);
        await app.Jobs.CancelAsync(job.Id);
    }

    [Fact]
    public async Task A_running_job_ends_when_it_is_cancelled()
    {
        var job = await app.OrderAsync("endless");
        await app.UntilAsync(job.Id, j => j.Progress.Done > 0);

        await app.Jobs.CancelAsync(job.Id);

        Assert.Equal(JobState.Cancelled, (await app.UntilEndedAsync(job.Id)).State);
    }

    [Fact]
    public async Task One_job_is_done_at_a_time()
    {
        using var own = new JobApp();
        var first = await own.OrderAsync("endless");
        var second = await own.OrderAsync("count", """{"to":1}""");
        await own.UntilAsync(first.Id, j => j.Progress.Done > 20);

        Assert.Equal(JobState.Queued, (await own.Jobs.GetAsync(second.Id))!.State);
        await own.Jobs.CancelAsync(first.Id);
        await own.UntilEndedAsync(second.Id);
    }

    [Fact]
    public async Task A_job_that_the_end_of_the_server_cuts_off_goes_on_in_the_next()
    {
        using var home = new TemporaryHome();
        long id;
        await using (var first = new JobAppIn(home.Path))
        {
            id = (await first.OrderAsync("endless")).Id;
            await first.UntilAsync(id, job => job.Progress.Done > 5);
        }

        Job between;
        await using (var store = await home.OpenAsync())
        {
            between = (await store.Jobs.GetAsync(id))!;
        }

        await using var second = new JobAppIn(home.Path);
        var later = await second.UntilAsync(id, job => job.Progress.Done > between.Progress.Done);

        Assert.Equal((JobState.Queued, 0), (between.State, between.Attempts));
        Assert.Equal((JobState.Running, between.Progress.Done), (later.State, later.DoneWhenTaken));
    }

    [Fact]
    public async Task A_job_whose_process_ended_without_a_word_goes_on_from_its_checkpoint()
    {
        using var home = new TemporaryHome();
        long id;
        await using (var store = await home.OpenAsync())
        {
            id = (await store.Jobs.EnqueueAsync(
                new NewJob { Kind = "count", Payload = JsonElement.Parse("""{"to":9}""") })).Id;
            var lease = TimeSpan.FromMilliseconds(1);
            var taken = (await store.Jobs.TakeAsync(["count"], "a process that ends", lease))!;
            await store.Jobs.ProgressAsync(taken, new JobProgress(4, 9), lease, checkpoint: JsonElement.Parse("4"));
        }

        await using var app = new JobAppIn(home.Path);
        var done = await app.UntilEndedAsync(id);

        Assert.Equal("""{"from":4,"to":9}""", done.Result.Document?.GetRawText());
    }

    sealed class JobAppIn(string home) : JobApp(home);
}
