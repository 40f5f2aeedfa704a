using System.Diagnostics;
using Drape.Similarity;
using Drape.Store.Items;

namespace Drape.Server.Catalogs.Search;

/// <summary>
/// The index of this process: filled from the database once, then told what changed, whichever process wrote it.
/// Searches wait until it is filled. Thread-safe.
/// </summary>
/// <param name="items">The database's side of it.</param>
/// <param name="network">The network whose embeddings it holds.</param>
public sealed class MemoryIndex(ItemStore items, string network) : IProductIndex, IDisposable
{
    readonly CatalogIndex _index = new();
    readonly TaskCompletionSource _filled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly SemaphoreSlim _refreshing = new(1, 1);
    ChangeMark? _seen;
    double _seconds;

    /// <inheritdoc/>
    public string Network => network;

    /// <summary>Fills it. Only the first call does; others wait for it.</summary>
    public async Task FillAsync(CancellationToken cancellation)
    {
        await _refreshing.WaitAsync(cancellation);
        try
        {
            if (_seen is not null)
            {
                return;
            }

            long start = Stopwatch.GetTimestamp();
            var mark = await items.MarkAsync(cancellation);
            await TakeAsync(items.StreamAsync(network, cancellation));
            (_seen, _seconds) = (mark, Stopwatch.GetElapsedTime(start).TotalSeconds);
            _filled.TrySetResult();
        }
        finally
        {
            _refreshing.Release();
        }
    }

    /// <inheritdoc/>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await _filled.Task.WaitAsync(cancellation);
        await _refreshing.WaitAsync(cancellation);
        try
        {
            var changes = await items.ChangesAsync(network, _seen!.Value, cancellation);
            _index.Remove(changes.Removed);
            await TakeAsync(items.StreamAsync(network, changes.Changed, cancellation));
            _seen = changes.Next;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IndexHit>> SearchAsync(IndexQuery query, CancellationToken cancellation)
    {
        await _filled.Task.WaitAsync(cancellation);
        return _index.Search(query, cancellation);
    }

    /// <inheritdoc/>
    public async Task<IndexStatus> StatusAsync(CancellationToken cancellation)
    {
        var counts = await items.CountAsync(network, cancellation);
        return new IndexStatus
        {
            Kind = "memory",
            Ready = _filled.Task.IsCompletedSuccessfully,
            Products = _index.Count,
            Outdated = counts.Outdated,
            Kindless = counts.Kindless,
            Network = network,
            Bytes = _index.Bytes,
            Seconds = _filled.Task.IsCompletedSuccessfully ? Math.Round(_seconds, 3) : null,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _refreshing.Dispose();

    /// <summary>Packs each batch on another thread while the next is read.</summary>
    async Task TakeAsync(IAsyncEnumerable<ItemBatch> batches)
    {
        var packing = Task.CompletedTask;
        try
        {
            await foreach (var batch in batches)
            {
                await packing;
                packing = Task.Run(() => _index.Put(batch.Ids.Span, batch.Vectors.Span, batch.Facets.Span));
            }
        }
        finally
        {
            await packing;
        }
    }
}
