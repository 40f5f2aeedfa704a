using Drape.Store.Jobs;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Jobs;

public abstract class JobTakingTests(TestDatabase place) : JobTests(place)
{
    [StoreFact]
    public async Task An_ordered_job_is_taken_with_all_that_was_ordered()
    {
        await Jobs.EnqueueAsync(Order("import", """{"folder":"a b","옷":[1,2.50]}""") with { Title = "봄 옷" });

        var taken = (await TakeAsync("import"))!;

        Assert.Equal("""{"folder":"a b","옷":[1,2.50]}""", taken.Payload.GetRawText());
        Assert.Equal(
            ("봄 옷", JobState.Running, 1, "worker", (DateTimeOffset?)Clock.GetUtcNow(), Clock.GetUtcNow() + Lease),
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
        await Jobs.EnqueueAsync(Order() with { RunAt = Clock.GetUtcNow().AddHours(1) });

        Assert.Null(await TakeAsync());
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.NotNull(await TakeAsync());
    }

    [StoreFact]
    public async Task Eight_takers_take_every_job_once()
    {
        const int jobs = 200;
        for (int i = 0; i < jobs; i++)
        {
            await Jobs.EnqueueAsync(Order());
        }

        Database[] processes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Place.OpenAsync(Clock)));
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

    public sealed class OnSqlite() : JobTakingTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : JobTakingTests(new PostgresTestDatabase());
}
