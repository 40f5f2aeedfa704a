using Drape.Server.Jobs;
using Drape.Store.Jobs;

namespace Drape.Server.Tests.Jobs;

/// <summary>A kind of job that does what a test says.</summary>
sealed class ScriptedJob(string name, Func<JobRun, CancellationToken, Task<JobResult>> script) : IJobKind
{
    public string Name => name;

    public Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation) => script(run, cancellation);
}
