using System.Threading.RateLimiting;
using Drape.Fetching;
using Drape.Server.Problems;
using Microsoft.Extensions.Options;

namespace Drape.Server.Photos;

/// <summary>Fetches photos from URLs, a bounded number at once: other servers may be slow.</summary>
sealed class FetchGate(PhotoFetcher fetcher, IOptions<FetchOptions> options) : IDisposable
{
    readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.Value.AtOnce,
        QueueLimit = options.Value.AtOnce,
    });

    /// <exception cref="FetchException">The photo cannot or must not be fetched.</exception>
    /// <exception cref="ProblemException">Too many are being fetched.</exception>
    public async Task<byte[]> FetchAsync(string url, CancellationToken cancellation)
    {
        using var turn = await _limiter.AcquireAsync(1, cancellation);
        return turn.IsAcquired
            ? await fetcher.FetchAsync(url, cancellation)
            : throw new ProblemException(RequestProblems.Busy);
    }

    public void Dispose() => _limiter.Dispose();
}
