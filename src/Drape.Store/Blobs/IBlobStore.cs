namespace Drape.Store.Blobs;

/// <summary>
/// Pictures, kept by their content: the same picture twice is stored once. All members may be called at the same time.
/// </summary>
/// <remarks>Every member throws <see cref="BlobException"/> where the storage fails.</remarks>
public interface IBlobStore : IDisposable
{
    /// <summary>
    /// Keeps a content. When the task completes it is safe from the end of the process and of the power. What is
    /// already there is not written again, unless it is damaged; a folder then counts it as kept anew, a bucket does not.
    /// </summary>
    /// <param name="content">The bytes.</param>
    /// <param name="contentType">The media type, such as <c>image/jpeg</c>; see docs/decisions.md for its use.</param>
    /// <param name="cancellation">Ends the wait; the content may then be kept or not.</param>
    Task<BlobKey> PutAsync(ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation = default);

    /// <summary>Reads a content from its beginning; null if it is not kept.</summary>
    /// <remarks>
    /// The stream knows its length. A content that does not match its key is a <see cref="BlobException"/>
    /// (<see cref="BlobError.Damaged"/>), here or while it is read, at the latest instead of the last bytes.
    /// </remarks>
    Task<Stream?> OpenAsync(BlobKey key, CancellationToken cancellation = default);

    /// <summary>Whether something is kept under this key; whether it is damaged only reading it tells.</summary>
    Task<bool> ExistsAsync(BlobKey key, CancellationToken cancellation = default);

    /// <summary>Removes a content; nothing happens if it is not kept.</summary>
    Task DeleteAsync(BlobKey key, CancellationToken cancellation = default);

    /// <summary>Removes a content, unless it was kept at a time or since.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="keptBefore">The time.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Whether it was there and is removed.</returns>
    Task<bool> DeleteAsync(BlobKey key, DateTimeOffset keptBefore, CancellationToken cancellation = default);

    /// <summary>All that is kept, in no particular order.</summary>
    IAsyncEnumerable<KeptBlob> ListAsync(CancellationToken cancellation = default);

    /// <summary>Counts all that is kept; goes through all of it, so not for every request.</summary>
    Task<BlobSum> MeasureAsync(CancellationToken cancellation = default);

    /// <summary>Whether the storage can be used, asked at the start and by <c>drape doctor</c>.</summary>
    /// <exception cref="BlobException">It cannot; the message says what to change.</exception>
    Task CheckAsync(CancellationToken cancellation = default);
}
