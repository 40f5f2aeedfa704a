namespace Drape.Imaging;

/// <summary>Reads a photo's bytes, but never more than a photo may have: a pipe or a device may not end.</summary>
public static class BoundedBytes
{
    /// <summary>Reads to the end, or as much as there was when it was begun.</summary>
    /// <param name="stream">The photo.</param>
    /// <param name="limits">How much a photo may have.</param>
    /// <param name="cancellation">Stops waiting for what does not say how long it is.</param>
    /// <exception cref="PhotoException">There are more bytes than <paramref name="limits"/> allow.</exception>
    public static async Task<byte[]> ReadAsync(Stream stream, PhotoLimits limits, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(limits);
        if (stream.CanSeek && stream.Length is > 0 and var length)
        {
            if (length > limits.Bytes)
            {
                throw new PhotoException(PhotoError.TooManyBytes, $"The file has {length / 1e6:0.#} MB; at most "
                    + $"{limits.Bytes / 1e6:0.#} MB are read. Give a smaller photo.");
            }

            byte[] whole = new byte[length];
            await stream.ReadExactlyAsync(whole, CancellationToken.None); // a photo that was begun is finished
            return whole;
        }

        using var content = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            content.Write(buffer, 0, count);
            if (content.Length > limits.Bytes)
            {
                throw new PhotoException(PhotoError.TooManyBytes,
                    $"There are more than the {limits.Bytes / 1e6:0.#} MB that are read. Give a smaller photo.");
            }
        }

        return content.ToArray();
    }
}
