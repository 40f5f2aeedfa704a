using Drape.Imaging;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.Catalogs;
using Drape.Store.Items;
using Drape.Store.Products;

namespace Drape.Server.Catalogs.Import;

/// <summary>
/// Reads products again whose embedding another network made, or whose kinds were not read, from the pictures that are kept.
/// What is written stays written whenever it is interrupted; a further run reads the rest.
/// </summary>
/// <param name="analyzer">The engine.</param>
/// <param name="items">Tells which to read.</param>
/// <param name="products">The products.</param>
/// <param name="blobs">Their pictures.</param>
public sealed class ReadAgain(PhotoAnalyzer analyzer, ItemStore items, ProductStore products, IBlobStore blobs)
{
    /// <summary>Products that are written at once.</summary>
    const int Batch = 64;

    /// <summary>Reads the products again that are not as the network in use reads them, or every one.</summary>
    /// <param name="catalog">Their catalog.</param>
    /// <param name="all">Whether every product is read; a further run then begins with the first again.</param>
    /// <param name="options">How to go about it.</param>
    /// <param name="cancellation">Stops it: what is begun is finished and written.</param>
    /// <returns>What became of them; fewer than there are if it was stopped.</returns>
    /// <exception cref="StoreException">The database cannot be read or written.</exception>
    /// <exception cref="BlobException">The pictures cannot be had.</exception>
    public async Task<ImportTally> RunAsync(
        Catalog catalog, bool all, ImportOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        var outdated = all ? await items.AllAsync(catalog.Id, cancellation)
            : await items.OutdatedAsync(catalog.Id, analyzer.EmbeddingNetwork, cancellation);
        var tally = new ImportTally(outdated.Count);
        foreach (long[] ids in outdated.Chunk(Batch))
        {
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            tally = await ReadAsync(catalog, ids, tally, options);
            options.Advanced?.Invoke(tally);
        }

        return tally;
    }

    async Task<ImportTally> ReadAsync(Catalog catalog, long[] ids, ImportTally tally, ImportOptions options)
    {
        // One that was retired or deleted a moment ago is left alone.
        var there = (await products.GetAsync(ids)).Where(p => !p.Retired).ToList();
        var known = await products.KnownAsync(catalog.Id, [.. there.Select(p => p.Key)]);
        var read = new NewProduct?[there.Count];
        var failed = new FailedRow?[there.Count];
        await Parallel.ForAsync(0, there.Count, new ParallelOptions { MaxDegreeOfParallelism = options.AtOnce },
            async (i, _) =>
            {
                try
                {
                    read[i] = known.TryGetValue(there[i].Key, out var facts) ? await ReadAsync(facts.Facts) : null;
                }
                catch (Exception e) when (e is RowException or PhotoException or BlobException { Error: BlobError.Damaged })
                {
                    failed[i] = new FailedRow(there[i].Key, e.Message, there[i].Key);
                }
            });
        var written = await products.ReplaceAsync(
            catalog.Id, [.. read.OfType<NewProduct>().Select(p => (known[p.Key], p))]);
        foreach (var row in failed.OfType<FailedRow>())
        {
            options.Failed?.Invoke(row);
        }

        int bad = failed.Count(f => f is not null);
        long[] changed = [.. there.Where((p, i) => read[i] is not null && !written.Contains(p.Key)).Select(p => p.Id)];
        tally = tally with
        {
            Updated = tally.Updated + written.Count,
            Failed = tally.Failed + bad,
            Unchanged = tally.Unchanged + ids.Length - written.Count - bad - changed.Length,
        };
        // Somebody was quicker: what they wrote is read, and not written over.
        return changed.Length == 0 ? tally : await ReadAsync(catalog, changed, tally, options);
    }

    async Task<NewProduct> ReadAsync(NewProduct product)
    {
        await using var picture = product.Picture is { } key ? await blobs.OpenAsync(key) : null;
        if (picture is null)
        {
            throw new RowException("Its picture is not kept any more. Import the product again.");
        }

        byte[] file = new byte[picture.Length];
        await picture.ReadExactlyAsync(file);
        var row = new ProductRow
        {
            Key = product.Key,
            Picture = product.PictureSource ?? "",
            Place = product.Key,
            Name = product.Name,
            Category = product.Category,
        };
        return ProductReading.Of(analyzer, file, row).Put(product);
    }
}
