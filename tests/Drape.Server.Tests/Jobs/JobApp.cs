using System.Text.Json;
using Drape.Server.Jobs;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Drape.Server.Tests.Jobs;

/// <summary>The application with a few kinds of jobs, looking for them often.</summary>
public class JobApp : DrapeApp
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public JobApp()
    {
    }

    /// <summary>The application in the home of another.</summary>
    protected JobApp(string home)
        : base(home)
    {
    }

    internal JobStore Jobs => Store.Jobs;

    internal DrapeStore Store => Services.GetRequiredService<DrapeStore>();

    internal Task<Job> OrderAsync(string kind, string payload = "{}", int attempts = 5) => Jobs.EnqueueAsync(
        new NewJob { Kind = kind, Title = $"A {kind}", Payload = JsonElement.Parse(payload), MaxAttempts = attempts });

    /// <summary>Waits until a job is as a test wants it.</summary>
    internal async Task<Job> UntilAsync(long id, Predicate<Job> wanted)
    {
        using var clock = new CancellationTokenSource(Patience);
        Job job;
        while (!wanted(job = (await Jobs.GetAsync(id))!))
        {
            await Task.Delay(20, clock.Token);
        }

        return job;
    }

    internal Task<Job> UntilEndedAsync(long id) => UntilAsync(id, job => job.HasEnded);

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Jobs:Poll", "00:00:00.02")
        .ConfigureTestServices(services => services
            .AddSingleton<IJobKind>(new ScriptedJob("count", CountAsync))
            .AddSingleton<IJobKind>(new ScriptedJob("endless", EndlessAsync))
            .AddSingleton<IJobKind>(new ScriptedJob("refuse",
                (_, _) => throw new JobException("There is no folder of that name.")))
            .AddSingleton<IJobKind>(new ScriptedJob("stumble",
                (_, _) => throw new InvalidOperationException("the inside of the server")))
            .AddSingleton<IJobKind>(s => new ScriptedJob("file",
                (_, stop) => FileAsync(s.GetRequiredService<DrapeStore>().Blobs, stop))));

    /// <summary>Counts to the payload's number, from the checkpoint; leaves where it began and what it reached.</summary>
    static async Task<JobResult> CountAsync(JobRun run, CancellationToken cancellation)
    {
        int to = run.Job.Payload.GetProperty("to").GetInt32();
        int from = run.Job.Checkpoint?.GetInt32() ?? 0;
        for (int i = from + 1; i <= to; i++)
        {
            await run.ProgressAsync(new JobProgress(i, to), $"Counted to {i}.", JsonSerializer.SerializeToElement(i));
        }

        return new JobResult { Document = JsonSerializer.SerializeToElement(new { from, to }) };
    }

    /// <summary>Counts for ever, with a checkpoint at each step.</summary>
    static async Task<JobResult> EndlessAsync(JobRun run, CancellationToken cancellation)
    {
        for (int i = run.Job.Checkpoint?.GetInt32() ?? 0; ; i++)
        {
            await run.ProgressAsync(new JobProgress(i, null), checkpoint: JsonSerializer.SerializeToElement(i));
            await Task.Delay(10, cancellation);
        }
    }

    static async Task<JobResult> FileAsync(IBlobStore blobs, CancellationToken cancellation) => new()
    {
        File = new JobFile
        {
            Content = await blobs.PutAsync("{\"tag\":1}\n"u8.ToArray(), "application/x-ndjson", cancellation),
            Type = "application/x-ndjson",
            Name = "tags.jsonl",
        },
    };
}
