using Drape.Fetching;
using Drape.Server.Catalogs.Search;
using Drape.Server.Hosting;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Store.Catalogs;
using Drape.Store.Products;
using Microsoft.Extensions.Options;

namespace Drape.Server.Catalogs.Import;

/// <summary>
/// Imports within the server: pictures come from the web only, take their turn among the photos of requests, and searches
/// find what was written.
/// </summary>
sealed class CatalogImports(Reader reader, PhotoDesk desk, PhotoFetcher fetcher, IndexKeeper index, StoreKeeper keeper,
    IOptions<ReadingOptions> reading)
{
    const int MostFailures = 1000;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Imports a few products while somebody waits.</summary>
    /// <exception cref="ProblemException">Too many photos wait already; some of the products may be there then.</exception>
    public async Task<BatchAnswer> AnswerAsync(Catalog catalog, IProductSource source, CancellationToken cancellation)
    {
        var outcomes = new List<ProductOutcome>();
        var failures = new FirstFailures(int.MaxValue);
        var tally = await RunAsync(catalog, source, new ImportOptions
        {
            AtOnce = reading.Value.AtOnce,
            Turn = ReadAsync,
            Written = written => outcomes.AddRange(written.Select(w => new ProductOutcome(w.Key, Word(w.Outcome), null))),
            Failed = failures.Add,
        }, cancellation);
        var failed = failures.Rows.Select(row => new ProductOutcome(row.Place, "failed", row.Reason));
        return new BatchAnswer(tally.Added, tally.Updated, tally.Unchanged, tally.Failed, [.. outcomes, .. failed]);
    }

    /// <summary>Imports many products in their time; where the server is busy, it waits.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="source">The products.</param>
    /// <param name="retireVanished">Whether products that the source has no more are retired.</param>
    /// <param name="advanced">Is told how far it is.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<ImportAnswer> RunAsync(Catalog catalog, IProductSource source, bool retireVanished,
        Action<ImportTally> advanced, CancellationToken cancellation)
    {
        var failures = new FirstFailures(MostFailures);
        var tally = await RunAsync(catalog, source, new ImportOptions
        {
            AtOnce = reading.Value.AtOnce,
            RetireVanished = retireVanished,
            Turn = PatientlyAsync,
            Advanced = advanced,
            Failed = failures.Add,
        }, cancellation);
        cancellation.ThrowIfCancellationRequested(); // or a part would pass for the whole
        return new ImportAnswer(catalog.Name, tally.Total, tally.Added, tally.Updated, tally.Unchanged, tally.Failed,
            tally.Retired, failures.Rows);
    }

    async Task<ImportTally> RunAsync(
        Catalog catalog, IProductSource source, ImportOptions options, CancellationToken cancellation)
    {
        var analyzer = await reader.AnalyzerAsync(cancellation);
        var import = new CatalogImport(
            analyzer, keeper.Store.Products, keeper.Store.Blobs, new RowPictures(fetcher, files: false));
        try
        {
            return await import.RunAsync(catalog, source, options, cancellation);
        }
        finally
        {
            await index.RefreshAsync(CancellationToken.None);
        }
    }

    Task<ProductReading> ReadAsync(byte[] file, Func<ProductReading> read, CancellationToken cancellation) =>
        desk.InTurnAsync(desk.IsLarge(file), (_, _) => read(), cancellation);

    async Task<ProductReading> PatientlyAsync(byte[] file, Func<ProductReading> read, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await ReadAsync(file, read, cancellation);
            }
            catch (ProblemException busy) when (busy.Problem.RetryAfter is not null)
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    static string Word(UpsertOutcome outcome) => outcome switch
    {
        UpsertOutcome.Inserted => "added",
        UpsertOutcome.Updated => "updated",
        _ => "unchanged",
    };
}
