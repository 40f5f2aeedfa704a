using System.Text.Json;
using Drape.Store.Jobs;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Jobs;

public abstract class JobLeaseTests(TestDatabase place) : JobTests(place)
{
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
        Clock.Advance(TimeSpan.FromHours(3));
        var again = (await TakeAsync())!;
        Clock.Advance(TimeSpan.FromSeconds(10));
        await Jobs.ProgressAsync(again, new JobProgress(1500, 2000), Lease);

        var seen = (await Jobs.GetAsync(taken.Id))!;

        Assert.Equal((50d, TimeSpan.FromSeconds(10)), (seen.PerSecond(Clock.GetUtcNow()), seen.Left(Clock.GetUtcNow())));
    }

    [StoreFact]
    public async Task A_sign_of_life_keeps_the_job()
    {
        var taken = await OrderAndTakeAsync();
        Clock.Advance(Lease * 0.9);
        await Jobs.ProgressAsync(taken, JobProgress.None, Lease);
        Clock.Advance(Lease * 0.9);

        Assert.Null(await TakeAsync());
    }

    [StoreFact]
    public async Task Where_a_worker_ends_without_a_word_another_goes_on_from_its_checkpoint()
    {
        var taken = await OrderAndTakeAsync();
        await Jobs.ProgressAsync(taken, new JobProgress(5, 9), Lease, checkpoint: JsonElement.Parse("""{"row":5}"""));
        Clock.Advance(Lease + TimeSpan.FromSeconds(1));

        var other = (await TakeAsync(worker: "other"))!;

        Assert.Equal(
            (taken.Id, """{"row":5}""", new JobProgress(5, 9), "other"),
            (other.Id, other.Checkpoint?.GetRawText(), other.Progress, other.Worker));
    }

    [StoreFact]
    public async Task A_worker_that_comes_back_too_late_has_lost_the_job()
    {
        var taken = await OrderAndTakeAsync();
        Clock.Advance(Lease + TimeSpan.FromSeconds(1));
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
        Clock.Advance(Lease * 2);

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
            Clock.Advance(Lease * 2);
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
            Clock.Advance(Lease * 2);
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
            Clock.Advance(Lease * 2);
        }

        Assert.Null(await TakeAsync());
    }

    [StoreFact]
    public async Task A_job_that_was_given_back_is_taken_at_once_and_has_lost_no_attempt()
    {
        var taken = await OrderAndTakeAsync();

        Assert.True(await Jobs.ReleaseAsync(taken));

        Assert.Equal(1, (await TakeAsync())!.Attempts);
    }

    public sealed class OnSqlite() : JobLeaseTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : JobLeaseTests(new PostgresTestDatabase());
}
