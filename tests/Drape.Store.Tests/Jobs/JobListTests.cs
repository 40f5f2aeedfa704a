using Drape.Store.Jobs;
using Drape.Store.People;
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

    [StoreFact]
    public async Task What_somebody_ordered_for_themselves_nobody_else_sees()
    {
        var people = new PersonStore(Database);
        long ann = (await people.CreateAsync(new NewPerson { Name = "Ann" }))!.Id;
        long ben = (await people.CreateAsync(new NewPerson { Name = "Ben" }))!.Id;
        var hers = await Jobs.EnqueueAsync(Order() with { Person = ann });
        var everybodys = await Jobs.EnqueueAsync(Order());

        Assert.Equal([everybodys.Id], await SeenAsync(new JobFilter { Viewer = new JobViewer(null) }));
        Assert.Equal([everybodys.Id], await SeenAsync(new JobFilter { Viewer = new JobViewer(ben) }));
        Assert.Equal([everybodys.Id, hers.Id], await SeenAsync(new JobFilter { Viewer = new JobViewer(ann) }));
        Assert.Equal([everybodys.Id, hers.Id], await SeenAsync(JobFilter.All));
        Assert.Equal([hers.Id], await SeenAsync(new JobFilter { Person = ann }));
        Assert.Null(await Jobs.GetAsync(hers.Id, new JobViewer(ben)));
        Assert.Null(await Jobs.GetAsync(hers.Id, new JobViewer(null)));
        Assert.Equal(ann, (await Jobs.GetAsync(hers.Id, new JobViewer(ann)))!.Person);

        await people.DeleteAsync(ann);
        Assert.Null(await Jobs.GetAsync(hers.Id));
    }

    [StoreFact]
    public async Task Jobs_are_counted_by_state()
    {
        await Jobs.FailAsync(await OrderAndTakeAsync("import"), "No.", again: false);
        await Jobs.EnqueueAsync(Order());
        await Jobs.EnqueueAsync(Order());

        Assert.Equivalent(new Dictionary<JobState, long> { [JobState.Failed] = 1, [JobState.Queued] = 2 }, await Jobs.CountAsync());
    }

    async Task<IEnumerable<long>> SeenAsync(JobFilter filter) =>
        (await Jobs.ListAsync(filter, null, 10)).Select(job => job.Id);

    public sealed class OnSqlite() : JobListTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : JobListTests(new PostgresTestDatabase());
}
