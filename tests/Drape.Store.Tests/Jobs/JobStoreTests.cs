using System.Text.Json;
using Drape.Store.Blobs;
using Drape.Store.Jobs;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Jobs;

public abstract class JobStoreTests(TestDatabase place) : StoreTests(place)
{
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    readonly SetClock _clock = new();
    Database _database = null!;

    JobStore Jobs => new(_database);

    public override async Task InitializeAsync() => _database = await Place.OpenAsync(_clock);

    [StoreFact]
    public async Task An_ordered_job_is_taken_with_all_that_was_ordered()
    {
        await Jobs.EnqueueAsync(Order("import", """{"folder":"a b","옷":[1,2.50]}""") with { Title = "봄 옷" });

        var taken = (await TakeAsync("import"))!;

        Assert.Equal("""{"folder":"a b","옷":[1,2.50]}""", taken.Payload.GetRawText());
        Assert.Equal(
            ("봄 옷", JobState.Running, 1, "worker", (DateTimeOffset?)_clock.GetUtcNow(), _clock.GetUtcNow() + Lease),
            (taken.Title, taken.State, taken.Attempts, taken.Worker, taken.StartedAt, taken.LeasedUntil));
    }

    [StoreFact]
    public async Task A_taken_job_is_not_taken_again()
    {
        await Jobs.EnqueueAsync(Order());
        await TakeAsync();

        Assert.Null(await TakeAsync());
    }

    [StoreFact]
    public async Task The_job_that_waited_longest_is_taken_first()
    {
        var first = await Jobs.EnqueueAsync(Order());
        await Jobs.EnqueueAsync(Order());

        Assert.Equal(first.Id, (await TakeAsync())!.Id);
    }

    [StoreFact]
    public async Task A_job_of_another_kind_is_left()
    {
        await Jobs.EnqueueAsync(Order("import"));

        Assert.Null(await TakeAsync("tag"));
    }

    [StoreFact]
    public async Task A_worker_that_knows_several_kinds_takes_each_of_them()
    {
        await Jobs.EnqueueAsync(Order("import"));
        await Jobs.EnqueueAsync(Order("tag"));

        Assert.Equal("import", (await Jobs.TakeAsync(["tag", "import"], "worker", Lease))!.Kind);
        Assert.Equal("tag", (await Jobs.TakeAsync(["tag", "import"], "worker", Lease))!.Kind);
    }

    [StoreFact]
    public async Task A_worker_that_knows_no_kind_takes_nothing()
    {
        await Jobs.EnqueueAsync(Order());

        Assert.Null(await Jobs.TakeAsync([], "worker", Lease));
    }

    [StoreFact]
    public async Task A_job_for_later_waits_for_its_time()
    {
        await Jobs.EnqueueAsync(Order() with { RunAt = _clock.GetUtcNow().AddHours(1) });

        Assert.Null(await TakeAsync());
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.NotNull(await TakeAsync());
    }

    [StoreFact]
    public async Task Progress_is_seen_by_others()
    {
        var taken = await OrderAndTakeAsync();

        await Jobs.ProgressAsync(taken, new JobProgress(30, 120), Lease, "Reading pictures.");
        var seen = (await Jobs.GetAsync(taken.Id))!;

        Assert.Equal((new JobProgress(30, 120), "Reading pictures."), (seen.Progress, seen.Message));
    }

    [StoreFact]
    public async Task Rate_and_time_left_count_what_the_present_worker_did()
    {
        var taken = await OrderAndTakeAsync();
        await Jobs.ProgressAsync(taken, new JobProgress(1000, 2000), Lease);
        await Jobs.ReleaseAsync(taken);
        _clock.Advance(TimeSpan.FromHours(3));
        var again = (await TakeAsync())!;
        _clock.Advance(TimeSpan.FromSeconds(10));
        await Jobs.ProgressAsync(again, new JobProgress(1500, 2000), Lease);

        var seen = (await Jobs.GetAsync(taken.Id))!;

        Assert.Equal((50d, TimeSpan.FromSeconds(10)), (seen.PerSecond(_clock.GetUtcNow()), seen.Left(_clock.GetUtcNow())));
    }

    [StoreFact]
    public async Task A_sign_of_life_keeps_the_job()
    {
        var taken = await OrderAndTakeAsync();
        _clock.Advance(Lease * 0.9);
        await Jobs.ProgressAsync(taken, JobProgress.None, Lease);
        _clock.Advance(Lease * 0.9);

        Assert.Null(await TakeAsync());
    }

    [StoreFact]
    public async Task Where_a_worker_ends_without_a_word_another_goes_on_from_its_checkpoint()
    {
        var taken = await OrderAndTakeAsync();
        await Jobs.ProgressAsync(taken, new JobProgress(5, 9), Lease, checkpoint: JsonElement.Parse("""{"row":5}"""));
        _clock.Advance(Lease + TimeSpan.FromSeconds(1));

        var other = (await TakeAsync(worker: "other"))!;

        Assert.Equal(
            (taken.Id, """{"row":5}""", new JobProgress(5, 9), "other"),
            (other.Id, other.Checkpoint?.GetRawText(), other.Progress, other.Worker));
    }

    [StoreFact]
    public async Task A_worker_that_comes_back_too_late_has_lost_the_job()
    {
        var taken = await OrderAndTakeAsync();
        _clock.Advance(Lease + TimeSpan.FromSeconds(1));
        await TakeAsync();

        Assert.Equal(JobStanding.Lost, await Jobs.ProgressAsync(taken, JobProgress.None, Lease));
        Assert.False(await Jobs.CompleteAsync(taken, JobResult.Nothing));
        Assert.Null(await Jobs.FailAsync(taken, "Too late."));
        Assert.False(await Jobs.ReleaseAsync(taken));
        Assert.False(await Jobs.GiveUpAsync(taken));
        Assert.Equal(JobState.Running, (await Jobs.GetAsync(taken.Id))!.State);
    }

    [StoreFact]
    public async Task A_worker_that_was_late_but_is_not_replaced_keeps_the_job()
    {
        var taken = await OrderAndTakeAsync();
        _clock.Advance(Lease * 2);

        Assert.Equal(JobStanding.Held, await Jobs.ProgressAsync(taken, JobProgress.None, Lease));
        Assert.Null(await TakeAsync());
    }

    [StoreFact]
    public async Task A_job_that_always_ends_its_process_is_given_up()
    {
        await Jobs.EnqueueAsync(Order() with { MaxAttempts = 2 });
        for (int attempt = 0; attempt < 2; attempt++)
        {
            Assert.NotNull(await TakeAsync());
            _clock.Advance(Lease * 2);
        }

        Assert.Null(await TakeAsync());
        var given = Assert.Single(await Jobs.ListAsync(JobFilter.All, null, 10));
        Assert.Equal(
            (JobState.Failed, "The program ended in the middle of this (attempts: 2): look at its log, then try again."),
            (given.State, given.Message));
    }

    [StoreFact]
    public async Task A_job_that_gets_on_between_its_ends_is_never_given_up()
    {
        await Jobs.EnqueueAsync(Order() with { MaxAttempts = 2 });
        for (int row = 0; row < 5; row++)
        {
            var taken = (await TakeAsync())!;
            await Jobs.ProgressAsync(
                taken, new JobProgress(row, null), Lease, checkpoint: JsonSerializer.SerializeToElement(row));
            _clock.Advance(Lease * 2);
        }

        Assert.NotNull(await TakeAsync());
    }

    [StoreFact]
    public async Task The_same_checkpoint_again_is_no_getting_on()
    {
        await Jobs.EnqueueAsync(Order() with { MaxAttempts = 2 });
        for (int attempt = 0; attempt < 2; attempt++)
        {
            var taken = (await TakeAsync())!;
            await Jobs.ProgressAsync(taken, JobProgress.None, Lease, checkpoint: JsonElement.Parse("7"));
            _clock.Advance(Lease * 2);
        }

        Assert.Null(await TakeAsync());
    }

    [StoreFact]
    public async Task A_done_job_keeps_its_result()
    {
        var taken = await OrderAndTakeAsync();
        await Jobs.ProgressAsync(taken, JobProgress.None, Lease, checkpoint: JsonElement.Parse("1"));

        Assert.True(await Jobs.CompleteAsync(taken, new JobResult { Document = JsonElement.Parse("""{"rows":9}""") }));
        var done = (await Jobs.GetAsync(taken.Id))!;

        Assert.Equal(
            (JobState.Done, """{"rows":9}""", null, (DateTimeOffset?)_clock.GetUtcNow(), null),
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
    public async Task A_failed_job_waits_twice_as_long_each_time_and_then_is_given_up()
    {
        await Jobs.EnqueueAsync(Order() with { MaxAttempts = 4 });

        foreach (int full in (int[])[10, 20, 40])
        {
            var taken = (await TakeAsync())!;
            Assert.Equal(JobState.Queued, await Jobs.FailAsync(taken, "The shop does not answer."));

            var wait = (await Jobs.GetAsync(taken.Id))!.RunAt - _clock.GetUtcNow();
            Assert.InRange(wait.TotalSeconds, full / 2d, full);
            _clock.Advance(wait - TimeSpan.FromMilliseconds(1));
            Assert.Null(await TakeAsync());
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        var last = (await TakeAsync())!;
        Assert.Equal(JobState.Failed, await Jobs.FailAsync(last, "The shop does not answer."));
        Assert.Equal("The shop does not answer.", (await Jobs.GetAsync(last.Id))!.Message);
    }

    [StoreFact]
    public async Task Two_jobs_that_fail_together_do_not_come_back_together()
    {
        for (int i = 0; i < 8; i++)
        {
            await Jobs.EnqueueAsync(Order());
        }

        for (int i = 0; i < 8; i++)
        {
            await Jobs.FailAsync((await TakeAsync())!, "The shop does not answer.");
        }

        var times = (await Jobs.ListAsync(JobFilter.All, null, 10)).Select(j => j.RunAt);
        Assert.True(times.Distinct().Count() > 1);
    }

    [StoreFact]
    public async Task A_failure_that_no_attempt_will_mend_is_final()
    {
        var taken = await OrderAndTakeAsync();

        Assert.Equal(JobState.Failed, await Jobs.FailAsync(taken, "There is no such folder.", again: false));
    }

    [StoreFact]
    public async Task Whatever_a_failure_says_is_kept_as_one_line()
    {
        var taken = await OrderAndTakeAsync();

        await Jobs.FailAsync(taken, "a\0b\nc\ud800d" + new string('e', 2000), again: false);

        Assert.Equal("a b c\ufffdd" + new string('e', 993), (await Jobs.GetAsync(taken.Id))!.Message);
    }

    [StoreFact]
    public async Task A_failed_job_is_tried_again_on_demand_from_its_checkpoint()
    {
        var taken = await OrderAndTakeAsync();
        await Jobs.ProgressAsync(taken, new JobProgress(5, 9), Lease, checkpoint: JsonElement.Parse("5"));
        await Jobs.FailAsync(taken, "The disk is full.", again: false);

        Assert.True(await Jobs.RetryAsync(taken.Id));
        var again = (await TakeAsync())!;

        Assert.Equal((1, "5", null, null), (again.Attempts, again.Checkpoint?.GetRawText(), again.Message, again.EndedAt));
    }

    [StoreFact]
    public async Task A_running_job_cannot_be_tried_again()
    {
        var taken = await OrderAndTakeAsync();

        Assert.False(await Jobs.RetryAsync(taken.Id));
    }

    [StoreFact]
    public async Task A_waiting_job_is_cancelled_at_once()
    {
        var job = await Jobs.EnqueueAsync(Order());

        Assert.True(await Jobs.CancelAsync(job.Id));
        Assert.Equal(JobState.Cancelled, (await Jobs.GetAsync(job.Id))!.State);
        Assert.Null(await TakeAsync());
    }

    [StoreFact]
    public async Task The_worker_of_a_running_job_learns_that_it_is_not_wanted_any_more()
    {
        var taken = await OrderAndTakeAsync();
        Assert.Equal(JobStanding.Held, await Jobs.ProgressAsync(taken, JobProgress.None, Lease));

        Assert.True(await Jobs.CancelAsync(taken.Id));

        Assert.Equal(JobStanding.CancelAsked, await Jobs.ProgressAsync(taken, JobProgress.None, Lease));
        Assert.True(await Jobs.GiveUpAsync(taken));
        Assert.Equal(JobState.Cancelled, (await Jobs.GetAsync(taken.Id))!.State);
    }

    [StoreFact]
    public async Task A_job_whose_worker_is_gone_is_cancelled_at_once()
    {
        var taken = await OrderAndTakeAsync();
        _clock.Advance(Lease * 2);

        await Jobs.CancelAsync(taken.Id);

        Assert.Equal(JobState.Cancelled, (await Jobs.GetAsync(taken.Id))!.State);
    }

    [StoreFact]
    public async Task A_job_that_was_to_be_cancelled_when_its_worker_ended_is_not_taken_again()
    {
        var taken = await OrderAndTakeAsync();
        await Jobs.CancelAsync(taken.Id);
        _clock.Advance(Lease * 2);

        Assert.Null(await TakeAsync());
        Assert.Equal(JobState.Cancelled, (await Jobs.GetAsync(taken.Id))!.State);
    }

    [StoreFact]
    public async Task A_job_that_fails_after_it_was_to_be_cancelled_is_cancelled()
    {
        var taken = await OrderAndTakeAsync();
        await Jobs.CancelAsync(taken.Id);

        Assert.Equal(JobState.Cancelled, await Jobs.FailAsync(taken, "The shop does not answer."));
    }

    [StoreFact]
    public async Task A_job_that_ended_cannot_be_cancelled()
    {
        var taken = await OrderAndTakeAsync();
        await Jobs.CompleteAsync(taken, JobResult.Nothing);

        Assert.False(await Jobs.CancelAsync(taken.Id));
        Assert.False(await Jobs.CancelAsync(taken.Id + 1));
    }

    [StoreFact]
    public async Task A_job_that_was_given_back_is_taken_at_once_and_has_lost_no_attempt()
    {
        var taken = await OrderAndTakeAsync();

        Assert.True(await Jobs.ReleaseAsync(taken));

        Assert.Equal(1, (await TakeAsync())!.Attempts);
    }

    [StoreFact]
    public async Task Jobs_are_listed_from_the_newest_page_by_page()
    {
        var ordered = new List<long>();
        for (int i = 0; i < 7; i++)
        {
            ordered.Add((await Jobs.EnqueueAsync(Order())).Id);
        }

        var read = new List<long>();
        while (await Jobs.ListAsync(JobFilter.All, read.Count == 0 ? null : read[^1], 3) is { Count: > 0 } page)
        {
            read.AddRange(page.Select(j => j.Id));
        }

        Assert.Equal(ordered.OrderDescending(), read);
    }

    [StoreFact]
    public async Task Jobs_are_listed_by_state_and_kind()
    {
        var failed = await OrderAndTakeAsync("import");
        await Jobs.FailAsync(failed, "No.", again: false);
        await Jobs.FailAsync(await OrderAndTakeAsync("tag"), "No.", again: false);
        await Jobs.EnqueueAsync(Order("import"));

        var found = await Jobs.ListAsync(new JobFilter { State = JobState.Failed, Kind = "import" }, null, 10);

        Assert.Equal(failed.Id, Assert.Single(found).Id);
    }

    [StoreFact]
    public async Task Only_old_jobs_that_ended_are_purged()
    {
        var old = await OrderAndTakeAsync();
        await Jobs.CompleteAsync(old, JobResult.Nothing);
        var running = await OrderAndTakeAsync();
        _clock.Advance(TimeSpan.FromDays(31));
        var waiting = await Jobs.EnqueueAsync(Order("other"));
        var recent = await Jobs.EnqueueAsync(Order("other"));
        await Jobs.CancelAsync(recent.Id);

        Assert.Equal(1, await Jobs.PurgeAsync(_clock.GetUtcNow().AddDays(-30)));
        Assert.Equal(
            [recent.Id, waiting.Id, running.Id], (await Jobs.ListAsync(JobFilter.All, null, 10)).Select(j => j.Id));
    }

    [StoreFact]
    public async Task Eight_takers_take_every_job_once()
    {
        const int jobs = 200;
        for (int i = 0; i < jobs; i++)
        {
            await Jobs.EnqueueAsync(Order());
        }

        Database[] processes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Place.OpenAsync(_clock)));
        using var start = new SemaphoreSlim(0);
        var takers = processes.Select(async (process, number) =>
        {
            await start.WaitAsync();
            var taken = new List<long>();
            while (await new JobStore(process).TakeAsync(["work"], $"taker {number}", Lease) is { } job)
            {
                taken.Add(job.Id);
            }

            return taken;
        }).ToArray();
        start.Release(8);
        var all = (await Task.WhenAll(takers)).SelectMany(t => t).ToArray();

        Assert.Equal(jobs, all.Length);
        Assert.Equal(jobs, all.Distinct().Count());
    }

    static NewJob Order(string kind = "work", string payload = "{}") =>
        new() { Kind = kind, Payload = JsonElement.Parse(payload) };

    Task<Job?> TakeAsync(string kind = "work", string worker = "worker") => Jobs.TakeAsync([kind], worker, Lease);

    async Task<Job> OrderAndTakeAsync(string kind = "work")
    {
        await Jobs.EnqueueAsync(Order(kind));
        return (await TakeAsync(kind))!;
    }

    public sealed class OnSqlite() : JobStoreTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : JobStoreTests(new PostgresTestDatabase());
}
