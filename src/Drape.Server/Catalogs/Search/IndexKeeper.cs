using Drape.Server.Hosting;
using Drape.Server.Photos;
using Drape.Store;

namespace Drape.Server.Catalogs.Search;

/// <summary>
/// Fills the index while the server starts and looks every second what other processes wrote; what this process wrote
/// it takes in at once.
/// </summary>
sealed partial class IndexKeeper(Reader reader, StoreKeeper keeper, ILogger<IndexKeeper> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly TaskCompletionSource<MemoryIndex> _index = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether searches are answered.</summary>
    public bool IsReady => _index.Task.IsCompletedSuccessfully;

    /// <summary>The index, as soon as it is filled.</summary>
    public async Task<IProductIndex> IndexAsync(CancellationToken cancellation) =>
        await _index.Task.WaitAsync(cancellation);

    /// <summary>The search in catalogs, as soon as the index is filled.</summary>
    public async Task<CatalogSearch> SearchAsync(CancellationToken cancellation) =>
        new(keeper.Store.Catalogs, keeper.Store.Products, await IndexAsync(cancellation));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var analyzer = await reader.AnalyzerAsync(stoppingToken);
        var index = new MemoryIndex(keeper.Store.Items, analyzer.EmbeddingNetwork);
        await TryAsync(index.FillAsync, true, stoppingToken);
        var status = await index.StatusAsync(stoppingToken);
        Filled(status.Products, status.Seconds ?? 0, status.Bytes / 1_048_576 ?? 0);
        _index.SetResult(index);
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(index.RefreshAsync, false, stoppingToken);
        }
    }

    /// <summary>A database that cannot be reached for a while is no reason to stop: the next look finds what was missed.</summary>
    async Task TryAsync(Func<CancellationToken, Task> work, bool untilDone, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await work(cancellation);
                return;
            }
            catch (StoreException e)
            {
                Missed(e.Message);
                if (!untilDone)
                {
                    return;
                }

                await Task.Delay(Pause, cancellation);
            }
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        if (_index.Task.IsCompletedSuccessfully)
        {
            _index.Task.Result.Dispose();
        }
    }

    [LoggerMessage(LogLevel.Information, "The index holds {Products} products: filled in {Seconds} s, {Megabytes} MB")]
    partial void Filled(long products, double seconds, long megabytes);

    [LoggerMessage(LogLevel.Warning, "The index could not look for changes: {Reason}")]
    partial void Missed(string reason);
}
