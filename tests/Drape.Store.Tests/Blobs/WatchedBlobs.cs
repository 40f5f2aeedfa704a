using Drape.Store.Blobs;

namespace Drape.Store.Tests.Blobs;

/// <summary>Blobs of which each that is deleted lets something else happen first.</summary>
sealed class WatchedBlobs(IBlobStore blobs, Func<BlobKey, Task> deleting) : IBlobStore
{
    public Task<BlobKey> PutAsync(ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation = default) =>
        blobs.PutAsync(content, contentType, cancellation);

    public Task<Stream?> OpenAsync(BlobKey key, CancellationToken cancellation = default) => blobs.OpenAsync(key, cancellation);

    public Task<bool> ExistsAsync(BlobKey key, CancellationToken cancellation = default) => blobs.ExistsAsync(key, cancellation);

    public Task DeleteAsync(BlobKey key, CancellationToken cancellation = default) =>
        DeleteAsync(key, DateTimeOffset.MaxValue, cancellation);

    public async Task<bool> DeleteAsync(BlobKey key, DateTimeOffset keptBefore, CancellationToken cancellation = default)
    {
        await deleting(key);
        return await blobs.DeleteAsync(key, keptBefore, cancellation);
    }

    public IAsyncEnumerable<KeptBlob> ListAsync(CancellationToken cancellation = default) => blobs.ListAsync(cancellation);

    public Task<BlobSum> MeasureAsync(CancellationToken cancellation = default) => blobs.MeasureAsync(cancellation);

    public Task CheckAsync(CancellationToken cancellation = default) => blobs.CheckAsync(cancellation);

    public void Dispose() => blobs.Dispose();
}
