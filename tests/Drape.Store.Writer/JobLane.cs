using Drape.Store.Jobs;

namespace Drape.Store.Writer;

/// <summary>Orders a job, takes it, notes how far it came and ends it; first of all one that a killed writer left.</summary>
/// <param name="store">Where to.</param>
/// <param name="announcer">Is told.</param>
/// <param name="from">The number of the first job.</param>
sealed class JobLane(DrapeStore store, Announcer announcer, int from)
{
    const string Lane = "jobs";

    // Over at once, so that the next writer need not wait until a killed one is given up.
    static readonly TimeSpan Lease = TimeSpan.FromMilliseconds(1);

    /// <summary>Writes for ever.</summary>
    public async Task RunAsync()
    {
        if (await store.Jobs.ListAsync(JobFilter.All, null, 1) is [{ HasEnded: false } last])
        {
            await EndAsync(last.Title!, last.Checkpoint is not null);
        }

        for (int number = from; ; number++)
        {
            string title = $"{number}";
            await WriteAsync(title, States.Queued, () => store.Jobs.EnqueueAsync(
                new NewJob { Kind = Content.Job, Title = title, Payload = Content.Payload(title), MaxAttempts = 100 }));
            await EndAsync(title, noted: false);
        }
    }

    async Task EndAsync(string title, bool noted)
    {
        Job? job = null;
        await WriteAsync(title, noted ? States.Noted : States.Running, async () =>
        {
            while ((job = await store.Jobs.TakeAsync([Content.Job], "writer", Lease)) is null)
            {
                await Task.Delay(Lease);
            }
        });
        await WriteAsync(title, States.Noted, () => store.Jobs.ProgressAsync(
            job!, new JobProgress(1, 2), Lease, checkpoint: Content.Checkpoint(title)));
        await WriteAsync(title, States.Done, () => store.Jobs.CompleteAsync(
            job!, new JobResult { Document = Content.Result(title) }));
    }

    Task WriteAsync(string title, string state, Func<Task> write) =>
        announcer.WriteAsync(Lane, [(States.Job(title), state)], write);
}
