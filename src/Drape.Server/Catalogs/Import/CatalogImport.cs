using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using Drape.Imaging;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.Catalogs;
using Drape.Store.Products;

namespace Drape.Server.Catalogs.Import;

/// <summary>
/// Brings a shop's products into a catalog: decode, parse, read, embed, store. What was written stays written whenever
/// it is interrupted; a further import of the same source passes over what is there already.
/// </summary>
/// <param name="analyzer">The engine.</param>
/// <param name="products">Where products go.</param>
/// <param name="blobs">Where pictures go.</param>
/// <param name="pictures">Where pictures come from.</param>
public sealed class CatalogImport(PhotoAnalyzer analyzer, ProductStore products, IBlobStore blobs, RowPictures pictures)
{
    /// <summary>Products that are written at once.</summary>
    const int Batch = 64;

    /// <summary>Rows whose pictures are on their way, for each picture that is read.</summary>
    const int Ahead = 4;

    /// <summary>The longest that a read product waits for others to be written with.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Imports a source.</summary>
    /// <param name="catalog">The catalog that takes its products.</param>
    /// <param name="source">The products.</param>
    /// <param name="options">How to go about it.</param>
    /// <param name="cancellation">Stops it: what is begun is finished and written.</param>
    /// <returns>What became of the rows; fewer than there are if it was stopped.</returns>
    /// <exception cref="StoreException">The database cannot be written.</exception>
    /// <exception cref="BlobException">The pictures cannot be kept.</exception>
    public async Task<ImportTally> RunAsync(
        Catalog catalog, IProductSource source, ImportOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        int mark = await products.BeginImportAsync(catalog.Id, cancellation);
        var given = Channel.CreateBounded<PendingRow>(options.AtOnce * Ahead);
        var done = Channel.CreateBounded<ImportedRow>(Batch);
        // Whichever part fails stops the others; a request to stop ends only the giving of rows.
        using var failure = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, failure.Token);
        using var turns = new SemaphoreSlim(options.AtOnce);

        Task giving = GuardAsync(() => GiveAsync(catalog, source, given.Writer, stop.Token), failure);
        Task[] reading = [.. Enumerable.Range(0, options.AtOnce * Ahead).Select(_ => Task.Run(
            () => GuardAsync(() => ReadAsync(given.Reader, done.Writer, turns, options, failure.Token), failure),
            CancellationToken.None))];
        Task closing = Task.WhenAll(reading).ContinueWith(_ => done.Writer.Complete(), TaskScheduler.Default);
        ImportTally tally = new(source.Count);
        Task writing = GuardAsync(async () =>
            tally = await WriteAsync(catalog, mark, done.Reader, tally, options, failure.Token), failure);
        await Task.WhenAll([giving, .. reading, closing, writing]);

        // A source without a single product is a broken export, not an empty shop.
        if (options.RetireVanished && tally.IsComplete && tally.Done > tally.Failed && !cancellation.IsCancellationRequested)
        {
            tally = tally with { Retired = await products.RetireUnseenAsync(catalog.Id, mark, cancellation) };
            options.Advanced?.Invoke(tally);
        }

        return tally;
    }

    /// <summary>A row, what is known of its product, or why it is passed over.</summary>
    sealed record PendingRow(GivenRow Given, int Number, NewProduct? Known);

    /// <summary>A product to write, or a row that was passed over.</summary>
    sealed record ImportedRow(NewProduct? Product, FailedRow? Failed);

    /// <summary>Runs a part and, where it fails, stops the others. That they then stop is no failure of theirs.</summary>
    static async Task GuardAsync(Func<Task> part, CancellationTokenSource failure)
    {
        try
        {
            await part();
        }
        catch (OperationCanceledException) when (failure.IsCancellationRequested)
        {
            // Another part's failure is what counts.
        }
        catch (Exception e)
        {
            await failure.CancelAsync();
            ExceptionDispatchInfo.Throw(e);
        }
    }

    async Task GiveAsync(
        Catalog catalog, IProductSource source, ChannelWriter<PendingRow> writer, CancellationToken cancellation)
    {
        try
        {
            int number = 0;
            foreach (var rows in source.Rows().Chunk(Batch))
            {
                string[] keys = [.. rows.Where(r => r.Row is not null).Select(r => r.Row!.Key)];
                var known = await products.KnownAsync(catalog.Id, keys, cancellation);
                foreach (var row in rows)
                {
                    var facts = row.Row is { } r ? known.GetValueOrDefault(r.Key)?.Facts : null;
                    await writer.WriteAsync(new PendingRow(row, number++, facts), cancellation);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // No further row is begun.
        }
        finally
        {
            writer.Complete();
        }
    }

    async Task ReadAsync(ChannelReader<PendingRow> given, ChannelWriter<ImportedRow> done, SemaphoreSlim turns,
        ImportOptions options, CancellationToken cancellation)
    {
        await foreach (var pending in given.ReadAllAsync(cancellation))
        {
            ImportedRow outcome;
            try
            {
                outcome = pending.Given.Row is { } row
                    ? new ImportedRow(await ProductAsync(row, pending.Known, turns, options, cancellation), null)
                    : new ImportedRow(null, pending.Given.Failed! with { Number = pending.Number });
            }
            catch (Exception e) when (e is RowException or PhotoException or ArgumentException or IOException
                or UnauthorizedAccessException)
            {
                var failed = new FailedRow(pending.Given.Row!.Place, e.Message, pending.Given.Row.Key);
                outcome = new ImportedRow(null, failed with { Number = pending.Number });
            }

            await done.WriteAsync(outcome, cancellation);
        }
    }

    async Task<NewProduct> ProductAsync(ProductRow row, NewProduct? known, SemaphoreSlim turns, ImportOptions options,
        CancellationToken cancellation)
    {
        bool sameWords = known?.Network == analyzer.EmbeddingNetwork && known.Name == row.Name && known.Category == row.Category;
        if (sameWords && !options.FetchAgain && known!.PictureSource == row.Picture && pictures.IsFetched(row))
        {
            return WithRow(known!, row);
        }

        byte[] file = await pictures.ReadAsync(row, cancellation);
        var key = BlobKey.Of(file);
        if (sameWords && known!.Picture == key)
        {
            return WithRow(known, row);
        }

        var reading = await InTurnAsync(file, () => ProductReading.Of(analyzer, file, row), turns, options, cancellation);
        await blobs.PutAsync(file, MediaType.Of(file), cancellation);
        return WithRow(reading.Put(new NewProduct { Key = row.Key, Picture = key }), row);
    }

    static async Task<ProductReading> InTurnAsync(byte[] file, Func<ProductReading> read, SemaphoreSlim turns,
        ImportOptions options, CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        try
        {
            return options.Turn is { } turn ? await turn(file, read, cancellation) : read();
        }
        finally
        {
            turns.Release();
        }
    }

    static NewProduct WithRow(NewProduct product, ProductRow row) => product with
    {
        Name = row.Name,
        Names = row.Names,
        Price = row.Price,
        Currency = row.Currency,
        Link = row.Link,
        Category = row.Category,
        Gender = row.Gender,
        PictureSource = row.Picture,
    };

    async Task<ImportTally> WriteAsync(Catalog catalog, int mark, ChannelReader<ImportedRow> done, ImportTally tally,
        ImportOptions options, CancellationToken cancellation)
    {
        var batch = new List<NewProduct>(Batch);
        while (await done.WaitToReadAsync(cancellation))
        {
            int failed = 0;
            // A row that cannot be imported is no sign that the shop has the product no more.
            var left = new List<string>();
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience);
            try
            {
                while (batch.Count < Batch && await done.WaitToReadAsync(patience.Token))
                {
                    while (batch.Count < Batch && done.TryRead(out var row))
                    {
                        if (row.Product is { } product)
                        {
                            batch.Add(product);
                        }
                        else
                        {
                            failed++;
                            left.AddRange(row.Failed!.Product is { } key ? [key] : Array.Empty<string>());
                            options.Failed?.Invoke(row.Failed);
                        }
                    }
                }
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // What is there is written now.
            }

            if (left.Count > 0)
            {
                await products.SeenAsync(catalog.Id, left, mark, cancellation);
            }

            var written = await products.UpsertAsync(catalog.Id, batch, mark, cancellation);
            tally = tally with
            {
                Added = tally.Added + written.Count(w => w.Outcome == UpsertOutcome.Inserted),
                Updated = tally.Updated + written.Count(w => w.Outcome == UpsertOutcome.Updated),
                Unchanged = tally.Unchanged + written.Count(w => w.Outcome == UpsertOutcome.Unchanged),
                Failed = tally.Failed + failed,
            };
            batch.Clear();
            options.Written?.Invoke(written);
            options.Advanced?.Invoke(tally);
        }

        return tally;
    }
}
