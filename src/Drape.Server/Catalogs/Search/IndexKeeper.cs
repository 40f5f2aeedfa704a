using Drape.Server.Hosting;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Store;

namespace Drape.Server.Catalogs.Search;

/// <summary>
/// Fills the index while the server starts and looks every second what other processes wrote; what this process wrote
/// it takes in at once. Where the setting <c>Index:Kind</c> is pgvector, it makes the database's own index ready instead.
/// </summary>
sealed partial class IndexKeeper(Reader reader, StoreKeeper keeper, ILogger<IndexKeeper> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly TaskCompletionSource<IProductIndex> _index = new(TaskCreationOptions.RunContinuationsAsynchronously);

    volatile string? _trouble;

    /// <summary>Whether searches are answered.</summary>
    public bool IsReady => _index.Task.IsCompletedSuccessfully;

    /// <summary>The index, as soon as it is filled.</summary>
    public async Task<IProductIndex> IndexAsync(CancellationToken cancellation) =>
        await _index.Task.WaitAsync(cancellation);

    /// <summary>The search in catalogs, as soon as the index is filled.</summary>
    public async Task<CatalogSearch> SearchAsync(CancellationToken cancellation) => Search(await IndexAsync(cancellation));

    /// <summary>The search that answers a request; words alone are answered also where the index cannot be had.</summary>
    /// <exception cref="ProblemException">The index is needed, and is being filled or cannot be had.</exception>
    public async Task<CatalogSearch> SearchForAsync(SearchRequest request, CancellationToken cancellation)
    {
        if (request.IsByWordsAlone && !IsReady && _trouble is not null)
        {
            var analyzer = await reader.AnalyzerAsync(cancellation);
            return Search(new WordFinder(keeper.Store.Items, analyzer.Reader.Identity));
        }

        RequireReady();
        return await SearchAsync(cancellation);
    }

    /// <summary>Takes in what this process just wrote, so that a search finds it; what is still being filled will have it.</summary>
    public Task RefreshAsync(CancellationToken cancellation) =>
        IsReady ? _index.Task.Result.RefreshAsync(cancellation) : Task.CompletedTask;

    /// <summary>Refuses what the index is needed for while it is being filled.</summary>
    /// <exception cref="ProblemException">It is.</exception>
    public void RequireReady()
    {
        if (!IsReady)
        {
            throw new ProblemException(_trouble is { } reason ? CatalogProblems.NoIndex(reason) : CatalogProblems.Filling);
        }
    }

    CatalogSearch Search(IProductFinder finder) => new(keeper.Store.Catalogs, keeper.Store.Products, finder);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var analyzer = await reader.AnalyzerAsync(stoppingToken);
        IProductIndex? index = null;
        await TryAsync(async stop => index = await ProductIndexes.OpenAsync(keeper.Store, analyzer.Reader, stop), true, stoppingToken);
        var status = await index!.StatusAsync(stoppingToken);
        Filled(status.Products, status.Seconds ?? 0, status.Bytes / 1_048_576 ?? 0);
        _index.SetResult(index);
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(index.RefreshAsync, false, stoppingToken);
        }
    }

    /// <summary>
    /// A look that failed is no reason to stop the server, whatever it failed on: the next finds what was missed.
    /// </summary>
    async Task TryAsync(Func<CancellationToken, Task> work, bool untilDone, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await work(cancellation);
                _trouble = null;
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                string reason = e is StoreException ? e.Message : "Drape failed while it was filled; the server's log says why.";
                if (reason != _trouble)
                {
                    Missed(e.Message, e is StoreException ? null : e); // once, and not every second
                }

                _trouble = reason;
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
        if (_index.Task.IsCompletedSuccessfully && _index.Task.Result is IDisposable index)
        {
            index.Dispose();
        }
    }

    [LoggerMessage(LogLevel.Information, "The index holds {Products} products: filled in {Seconds} s, {Megabytes} MB")]
    partial void Filled(long products, double seconds, long megabytes);

    [LoggerMessage(LogLevel.Warning, "The index cannot be filled or look for changes: {Reason}")]
    partial void Missed(string reason, Exception? unforeseen);
}
