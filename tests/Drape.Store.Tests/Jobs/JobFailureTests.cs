using System.Text.Json;
using Drape.Store.Jobs;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Jobs;

public abstract class JobFailureTests(TestDatabase place) : JobTests(place)
{
    [StoreFact]
    public async Task A_failed_job_waits_twice_as_long_each_time_and_then_is_given_up()
    {
        await Jobs.EnqueueAsync(Order() with { MaxAttempts = 4 });

        foreach (int full in (int[])[10, 20, 40])
        {
            var taken = (await TakeAsync())!;
            Assert.Equal(JobState.Queued, await Jobs.FailAsync(taken, "The shop does not answer."));

            var wait = (await Jobs.GetAsync(taken.Id))!.RunAt - Clock.GetUtcNow();
            Assert.InRange(wait.TotalSeconds, full / 2d, full);
            Clock.Advance(wait - TimeSpan.FromMilliseconds(1));
            Assert.Null(await TakeAsync());
            Clock.Advance(TimeSpan.FromMilliseconds(1));
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
    public async Task A_failed_job_that_is_tried_again_still_knows_its_secret()
    {
        await Jobs.EnqueueAsync(Order() with { Secret = "of the shop" });
        var taken = (await TakeAsync())!;
        await Jobs.FailAsync(taken, "The shop does not answer.", again: false);

        await Jobs.RetryAsync(taken.Id);

        Assert.Equal("of the shop", (await TakeAsync())!.Secret);
    }

    public sealed class OnSqlite() : JobFailureTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : JobFailureTests(new PostgresTestDatabase());
}
