using Drape.Fetching;
using Drape.Imaging;
using Drape.Native;

namespace Drape.Server.Catalogs.Import;

/// <summary>Gets the bytes of rows' pictures, from files and from the web.</summary>
/// <param name="fetcher">Fetches URLs.</param>
/// <param name="files">Whether pictures may be files of this machine: not where strangers name them.</param>
public sealed class RowPictures(PhotoFetcher fetcher, bool files)
{
    /// <summary>Whether a row's picture comes from the web.</summary>
    public bool IsFetched(ProductRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Picture is { } picture && (!files || picture.Contains("://", StringComparison.Ordinal));
    }

    /// <summary>The picture's bytes.</summary>
    /// <exception cref="RowException">They cannot be had; the message says why.</exception>
    public async Task<byte[]> ReadAsync(ProductRow row, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Sent is { } sent)
        {
            return sent;
        }

        string picture = row.Picture ?? throw new RowException($"The product {row.Key} has no picture.");
        try
        {
            if (IsFetched(row))
            {
                return await fetcher.FetchAsync(picture, cancellation);
            }

            return await OpenAsync(picture, cancellation);
        }
        catch (FetchException e)
        {
            throw new RowException(e.Message, e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RowException($"There is no picture {picture}.", e);
        }
        catch (Exception e) when (e is ArgumentException or PathTooLongException)
        {
            throw new RowException("The picture's path is none that a file can have.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RowException($"The picture cannot be opened: {e.Message}", e);
        }
    }

    static async Task<byte[]> OpenAsync(string picture, CancellationToken cancellation)
    {
        if (SpecialFile.Is(picture))
        {
            throw new RowException($"{picture} is a pipe, a device or a socket, not a picture's file.");
        }

        if (Directory.Exists(picture))
        {
            throw new RowException($"{picture} is a folder, not a picture's file.");
        }

        await using var stream = new FileStream(picture, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0);
        return await BoundedBytes.ReadAsync(stream, PhotoLimits.Default, cancellation);
    }
}
