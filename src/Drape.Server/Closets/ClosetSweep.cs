using Drape.Server.Hosting;
using Drape.Store;
using Drape.Store.Blobs;

namespace Drape.Server.Closets;

/// <summary>Empties the bins of what has been in them for 30 days, with the pictures that nothing shows any more.</summary>
sealed partial class ClosetSweep(StoreKeeper keeper, IServiceProvider services, ILogger<ClosetSweep> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var desk = services.GetRequiredService<ClosetDesk>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await desk.ForgetAsync(await keeper.Store.Closets.PurgeAsync(stoppingToken), stoppingToken);
            }
            catch (Exception e) when (e is StoreException or BlobException)
            {
                Missed(e.Message);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The closets' bins were not emptied: {Reason}")]
    partial void Missed(string reason);
}
