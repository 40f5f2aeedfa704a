namespace Drape.Store.Blobs;

/// <summary>Reads pictures as a whole.</summary>
public static class BlobReading
{
    /// <summary>A content; null if it is not kept.</summary>
    /// <exception cref="BlobException">The storage fails, or the content is damaged.</exception>
    public static async Task<byte[]?> ReadAsync(this IBlobStore blobs, BlobKey key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        await using var content = await blobs.OpenAsync(key, cancellation);
        if (content is null)
        {
            return null;
        }

        byte[] bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, cancellation);
        // Only at its end does the store tell a damaged content.
        _ = await content.ReadAsync(new byte[1], cancellation);
        return bytes;
    }
}
