using Drape.Server.Jobs;
using Drape.Store.Blobs;

namespace Drape.Server.Catalogs.Import;

/// <summary>Products that were kept when they were sent, for a job; a table lies in a file of its own while it is read.</summary>
sealed class KeptSource : IDisposable
{
    readonly string? _file;

    KeptSource(IProductSource products, string? file) => (Products, _file) = (products, file);

    /// <summary>The products.</summary>
    public IProductSource Products { get; }

    /// <summary>Opens what was kept.</summary>
    /// <param name="blobs">Where it is kept.</param>
    /// <param name="key">Its key; null where it was forgotten.</param>
    /// <param name="table">What the table is called; null for JSON.</param>
    /// <param name="mapping">The table's mapping in YAML, if it has one.</param>
    /// <param name="encoding">How the table is written, if that was told beside.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="JobException">It is no longer kept.</exception>
    /// <exception cref="ImportException">It cannot be used.</exception>
    public static async Task<KeptSource> OpenAsync(
        IBlobStore blobs, BlobKey? key, string? table, string? mapping, string? encoding,
        CancellationToken cancellation)
    {
        await using var content = (key is { } kept ? await blobs.OpenAsync(kept, cancellation) : null)
            ?? throw new JobException("What was sent is no longer kept: send it again.");
        if (table is null)
        {
            byte[] json = new byte[content.Length];
            await content.ReadExactlyAsync(json, cancellation);
            return new KeptSource(new ProductList(json), null);
        }

        string file = Path.GetTempFileName();
        try
        {
            await using (var copy = File.OpenWrite(file))
            {
                await content.CopyToAsync(copy, cancellation);
            }

            return new KeptSource(TableOf(file, table, mapping, encoding), file);
        }
        catch
        {
            File.Delete(file);
            throw;
        }
    }

    /// <summary>Opens a table that a stranger sent, and whose mapping therefore may name no folder.</summary>
    /// <exception cref="ImportException">It cannot be used.</exception>
    public static ProductTable TableOf(string file, string name, string? mapping, string? encoding)
    {
        var columns = mapping is null ? ColumnMapping.Plain : ColumnMapping.FromYaml(mapping, "sent");
        columns = columns with { Encoding = encoding ?? columns.Encoding };
        return columns.Pictures is null ? ProductTable.Open(file, columns, name)
            : throw new ImportException("The mapping names a folder of pictures: over the API pictures are URLs in a column.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_file is not null)
        {
            File.Delete(_file);
        }
    }
}
