using Drape.Server.Hosting;
using Drape.Store;
using Drape.Store.Blobs;

namespace Drape.Server.Looks;

/// <summary>Forgets looks that were taken away 30 days ago, with the pictures that nothing shows any more.</summary>
sealed partial class LookSweep(StoreKeeper keeper, IServiceProvider services, ILogger<LookSweep> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var desk = services.GetRequiredService<LookDesk>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await desk.ForgetAsync(await keeper.Store.Looks.PurgeAsync(stoppingToken), stoppingToken);
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

    [LoggerMessage(LogLevel.Warning, "Looks that were taken away were not forgotten: {Reason}")]
    partial void Missed(string reason);
}
