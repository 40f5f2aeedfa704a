using System.Threading.RateLimiting;
using Drape.Imaging;
using Drape.Server.Hosting;
using Drape.Server.Problems;
using Microsoft.Extensions.Options;

namespace Drape.Server.Photos;

/// <summary>
/// Lets as many analyses run as there are processors and a bounded number wait, the oldest first. Analyses run on
/// the thread pool, apart from the requests' own flow. Of large photos, which some formats hold as a whole while they
/// are decoded, only one is read at a time; the others wait without keeping small ones from their turn.
/// </summary>
sealed class AnalysisGate(IOptions<ReadingOptions> options, ServerTally tally) : IDisposable
{
    readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.Value.AtOnce,
        QueueLimit = options.Value.Waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    readonly ConcurrencyLimiter _large = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = 1,
        QueueLimit = options.Value.Waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Whether another analysis would be refused now, so that its photo need not be received at all.</summary>
    public bool IsFull => _limiter.GetStatistics() is { CurrentAvailablePermits: <= 0 } now
        && now.CurrentQueuedCount >= options.Value.Waiting;

    /// <summary>Analyses running and waiting.</summary>
    public long Occupied => _limiter.GetStatistics() is { } now && _large.GetStatistics() is { } large
        ? options.Value.AtOnce - now.CurrentAvailablePermits + now.CurrentQueuedCount + large.CurrentQueuedCount : 0;

    /// <summary>Waits for a turn and works. A caller that goes away gives up its place.</summary>
    /// <exception cref="ProblemException">Too many wait already.</exception>
    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation, bool large = false)
    {
        using var first = large ? await _large.AcquireAsync(1, cancellation) : null;
        if (first is { IsAcquired: false })
        {
            throw Full();
        }

        using var turn = await _limiter.AcquireAsync(1, cancellation);
        return turn.IsAcquired ? await Task.Run(() => Counted(work), CancellationToken.None) : throw Full();
    }

    T Counted<T>(Func<T> work)
    {
        try
        {
            var done = work();
            tally.Worked();
            return done;
        }
        catch (PhotoException)
        {
            tally.CouldNotRead();
            throw;
        }
        catch (ProblemException)
        {
            tally.Worked(); // there was nothing to find in it
            throw;
        }
        catch
        {
            tally.Failed();
            throw;
        }
    }

    ProblemException Full()
    {
        tally.SentAway();
        return new ProblemException(RequestProblems.Busy);
    }

    public void Dispose()
    {
        _limiter.Dispose();
        _large.Dispose();
    }
}
