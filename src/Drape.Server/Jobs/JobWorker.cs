using System.Globalization;
using Drape.Server.Hosting;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.Jobs;
using Microsoft.Extensions.Options;

namespace Drape.Server.Jobs;

/// <summary>
/// Takes jobs and has them done, a bounded number at once. A job that the end of the server cuts off goes back.
/// </summary>
sealed partial class JobWorker(
    StoreKeeper keeper, IServiceProvider services, IOptions<JobOptions> options, ILogger<JobWorker> logger)
    : BackgroundService
{
    static readonly TimeSpan Trouble = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Sweep = TimeSpan.FromHours(1);
    static readonly string Name = string.Create(
        CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}");

    readonly JobOptions _options = options.Value;

    JobStore Jobs => keeper.Store.Jobs;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not before: what kinds stand on may need the store, which is open only now.
        var kinds = services.GetServices<IJobKind>().ToDictionary(kind => kind.Name, StringComparer.Ordinal);
        return Task.WhenAll(Enumerable.Range(0, _options.AtOnce).Select(_ => WorkAsync(kinds, stoppingToken))
            .Append(SweepAsync(stoppingToken)));
    }

    async Task WorkAsync(Dictionary<string, IJobKind> kinds, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await Jobs.TakeAsync(kinds.Keys, Name, _options.Lease, stopping) is { } job)
                {
                    await DoAsync(kinds[job.Kind], job, stopping);
                }
                else
                {
                    await Task.Delay(_options.Poll, stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Whatever it is, the server goes on; a job that was being done is taken again when its lease has run out.
                Say(e);
                await Task.Delay(Trouble, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    void Say(Exception e)
    {
        if (e is StoreException or BlobException)
        {
            Unreachable(e.Message);
        }
        else
        {
            Unforeseen(e);
        }
    }

    async Task DoAsync(IJobKind kind, Job job, CancellationToken stopping)
    {
        Began(job.Id, job.Kind, job.Attempts);
        await using var run = new JobRun(job, Jobs, _options.Lease, logger, stopping);
        try
        {
            var result = await kind.RunAsync(run, run.Token);
            await run.FlushAsync();
            if (await Jobs.CompleteAsync(job, result, CancellationToken.None))
            {
                Done(job.Id, job.Kind);
            }
            else
            {
                Lost(job.Id, job.Kind);
            }
        }
        catch (Exception e) when (run.Ending == JobEnding.None && !stopping.IsCancellationRequested)
        {
            await FailAsync(job, e);
        }
        catch (Exception) when (run.Ending == JobEnding.Cancelled)
        {
            await Jobs.GiveUpAsync(job, CancellationToken.None);
            Cancelled(job.Id, job.Kind);
        }
        catch (Exception) when (run.Ending == JobEnding.Lost)
        {
            Lost(job.Id, job.Kind);
        }
        catch (Exception)
        {
            await Jobs.ReleaseAsync(job, CancellationToken.None);
            CutOff(job.Id, job.Kind);
        }
    }

    async Task FailAsync(Job job, Exception e)
    {
        var failure = JobFailure.Of(e);
        var next = await Jobs.FailAsync(job, failure.Sentence, failure.Again, CancellationToken.None);
        if (failure.Foreseen)
        {
            Failed(job.Id, job.Kind, next, failure.Sentence);
        }
        else
        {
            FailedUnforeseen(e, job.Id, job.Kind, next);
        }
    }

    async Task SweepAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await Jobs.PurgeAsync(keeper.Store.Database.Now - _options.Keep, keeper.Store.Blobs, stopping);
                await Task.Delay(Sweep, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Say(e);
                await Task.Delay(Trouble, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Job {Id} ({Kind}) begins, attempt {Attempt}")]
    partial void Began(long id, string kind, int attempt);

    [LoggerMessage(LogLevel.Information, "Job {Id} ({Kind}) is done")]
    partial void Done(long id, string kind);

    [LoggerMessage(LogLevel.Information, "Job {Id} ({Kind}) was cancelled")]
    partial void Cancelled(long id, string kind);

    [LoggerMessage(LogLevel.Information, "Job {Id} ({Kind}) goes back to the queue: the server stops")]
    partial void CutOff(long id, string kind);

    [LoggerMessage(LogLevel.Warning, "Job {Id} ({Kind}) is no longer this process's: its lease ran out, or it was ended")]
    partial void Lost(long id, string kind);

    [LoggerMessage(LogLevel.Warning, "Job {Id} ({Kind}) failed and is now {State}: {Reason}")]
    partial void Failed(long id, string kind, JobState? state, string reason);

    [LoggerMessage(LogLevel.Error, "Job {Id} ({Kind}) failed and is now {State}")]
    partial void FailedUnforeseen(Exception exception, long id, string kind, JobState? state);

    [LoggerMessage(LogLevel.Warning, "No jobs for now: {Reason}")]
    partial void Unreachable(string reason);

    [LoggerMessage(LogLevel.Error, "No jobs for now")]
    partial void Unforeseen(Exception exception);
}
