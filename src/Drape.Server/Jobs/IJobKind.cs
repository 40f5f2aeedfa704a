using Drape.Store.Jobs;

namespace Drape.Server.Jobs;

/// <summary>A kind of work that is done in its time; register it as a singleton of this type.</summary>
interface IJobKind
{
    /// <summary>Its name, as <see cref="JobKind"/> rules.</summary>
    string Name { get; }

    /// <summary>
    /// Does one job. It may be cut off at any moment and begun again, here or elsewhere, with the last checkpoint: what was
    /// done since then is done twice.
    /// </summary>
    /// <param name="run">The job, and where to say how far it is.</param>
    /// <param name="cancellation">Ends the run: nobody wants it any more, or the server stops.</param>
    /// <returns>What the job leaves.</returns>
    /// <exception cref="JobException">It cannot be done; other exceptions let it be tried again.</exception>
    Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation);
}
