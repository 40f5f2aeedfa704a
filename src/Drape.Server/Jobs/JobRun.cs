using System.Text.Json;
using Drape.Store.Jobs;

namespace Drape.Server.Jobs;

/// <summary>One run of a job: keeps the lease while it lasts and says how far it is. Thread-safe.</summary>
sealed partial class JobRun : IAsyncDisposable
{
    // How soon the page sees what a job does, and the job that it was cancelled.
    static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    readonly JobStore _jobs;
    readonly TimeSpan _lease;
    readonly ILogger _logger;
    readonly CancellationTokenSource _stop;
    readonly SemaphoreSlim _telling = new(1, 1);
    readonly Task _life;
    volatile Said _said;

    /// <summary>Begins a run of a job that was taken.</summary>
    public JobRun(Job job, JobStore jobs, TimeSpan lease, ILogger logger, CancellationToken stopping)
    {
        (Job, _jobs, _lease, _logger) = (job, jobs, lease, logger);
        _said = new Said(job.Progress, null);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Token = _stop.Token;
        _life = LiveAsync();
    }

    /// <summary>The job as it was taken: its payload, and the checkpoint from which to go on.</summary>
    public Job Job { get; }

    /// <summary>Ends the run.</summary>
    public CancellationToken Token { get; }

    /// <summary>Why the run was told to end.</summary>
    public JobEnding Ending { get; private set; }

    /// <summary>
    /// Says how far the job is. Without a checkpoint that costs nothing: others see it within about a second.
    /// </summary>
    /// <param name="progress">How much is done.</param>
    /// <param name="message">What it is at, in one sentence; as before if null.</param>
    /// <param name="checkpoint">From where another run could go on; it is kept when this returns.</param>
    /// <exception cref="OperationCanceledException">The run is to end.</exception>
    public async Task ProgressAsync(JobProgress progress, string? message = null, JsonElement? checkpoint = null)
    {
        _said = new Said(progress, message ?? _said.Message);
        if (checkpoint is not null)
        {
            await TellAsync(checkpoint);
        }

        Token.ThrowIfCancellationRequested();
    }

    /// <summary>Writes what was said last.</summary>
    public Task FlushAsync() => TellAsync(null);

    async Task TellAsync(JsonElement? checkpoint)
    {
        await _telling.WaitAsync(CancellationToken.None);
        try
        {
            var (progress, message) = _said;
            var standing = await _jobs.ProgressAsync(Job, progress, _lease, message, checkpoint, CancellationToken.None);
            if (standing != JobStanding.Held)
            {
                Ending = standing == JobStanding.Lost ? JobEnding.Lost : JobEnding.Cancelled;
                await _stop.CancelAsync();
            }
        }
        finally
        {
            _telling.Release();
        }
    }

    /// <summary>Shows that the run lives, also where it has nothing to tell for a long time.</summary>
    async Task LiveAsync()
    {
        while (!Token.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pulse, Token);
                await TellAsync(null);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e)
            {
                Silent(Job.Id, e.Message); // the lease bridges it
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _life;
        _stop.Dispose();
        _telling.Dispose();
    }

    sealed record Said(JobProgress Progress, string? Message);

    [LoggerMessage(LogLevel.Warning, "Job {Id} could not show that it lives: {Reason}")]
    partial void Silent(long id, string reason);
}
