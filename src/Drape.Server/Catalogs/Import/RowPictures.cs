using Drape.Fetching;
using Drape.Imaging;

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
        return !files || row.Picture.Contains("://", StringComparison.Ordinal);
    }

    /// <summary>The picture's bytes.</summary>
    /// <exception cref="RowException">They cannot be had; the message says why.</exception>
    public async Task<byte[]> ReadAsync(ProductRow row, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(row);
        try
        {
            if (IsFetched(row))
            {
                return await fetcher.FetchAsync(row.Picture, cancellation);
            }

            long size = new FileInfo(row.Picture).Length;
            return size <= PhotoLimits.Default.Bytes ? await File.ReadAllBytesAsync(row.Picture, cancellation)
                : throw new RowException($"The picture has more than the {PhotoLimits.Default.Bytes / 1e6:0} MB that are read.");
        }
        catch (FetchException e)
        {
            throw new RowException(e.Message, e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RowException($"There is no picture {row.Picture}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RowException($"The picture cannot be opened: {e.Message}", e);
        }
    }
}
