using Drape.Store.Jobs;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Jobs;

public abstract class JobListTests(TestDatabase place) : JobTests(place)
{
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

    public sealed class OnSqlite() : JobListTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : JobListTests(new PostgresTestDatabase());
}
