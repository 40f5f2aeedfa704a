using Drape.Server.Problems;

namespace Drape.Server.Demo;

/// <summary>Waits as anybody would who is told to come again.</summary>
static class BusyServer
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Does something; where the server is busy, again after a while.</summary>
    public static async Task<T> WaitedForAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await work();
            }
            catch (ProblemException busy) when (busy.Problem.RetryAfter is not null)
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }
}
