using Drape.Store.Jobs;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Jobs;

public abstract class JobCancellingTests(TestDatabase place) : JobTests(place)
{
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
        Clock.Advance(Lease * 2);

        await Jobs.CancelAsync(taken.Id);

        Assert.Equal(JobState.Cancelled, (await Jobs.GetAsync(taken.Id))!.State);
    }

    [StoreFact]
    public async Task A_job_that_was_to_be_cancelled_when_its_worker_ended_is_not_taken_again()
    {
        var taken = await OrderAndTakeAsync();
        await Jobs.CancelAsync(taken.Id);
        Clock.Advance(Lease * 2);

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

    public sealed class OnSqlite() : JobCancellingTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : JobCancellingTests(new PostgresTestDatabase());
}
