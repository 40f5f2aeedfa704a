using Drape.Store;
using Drape.Store.Blobs;

namespace Drape.Server.Hosting;

/// <summary>
/// Forgets, once an hour, the pieces and looks whose 30 days to be had back are over, with the pictures that nothing shows any
/// more.
/// </summary>
sealed partial class BinSweep(StoreKeeper keeper, ILogger<BinSweep> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await SweepAsync(stoppingToken);
                await Task.Delay(Pause, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    /// <summary>Empties all bins; where that fails for one the others are emptied all the same, and that one an hour later.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        await EmptyAsync("closets", keeper.Store.Closets.PurgeAsync, cancellation);
        await EmptyAsync("lookbook", keeper.Store.Looks.PurgeAsync, cancellation);
    }

    async Task EmptyAsync(
        string bin, Func<CancellationToken, Task<IReadOnlyList<BlobKey>>> purge, CancellationToken cancellation)
    {
        try
        {
            await keeper.Store.Pictures.ForgetAsync(await purge(cancellation), keeper.Store.Blobs, cancellation);
        }
        catch (Exception e) when (e is StoreException or BlobException)
        {
            Missed(bin, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The bin of the {Bin} was not emptied: {Reason}")]
    partial void Missed(string bin, string reason);
}
