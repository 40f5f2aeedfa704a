using System.Diagnostics;
using Drape.Cli.CommandLine;
using Drape.Cli.Terminal;
using Drape.Fetching;
using Drape.Inference;
using Drape.Server.Catalogs.Import;
using Drape.Store.Catalogs;

namespace Drape.Cli.Import;

/// <summary>One run of <c>drape import</c>: opens the source, imports it, and says what became of it.</summary>
sealed class ImportRun(ImportRequest request, Output output)
{
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (!CatalogName.IsRight(request.Catalog))
        {
            throw new WrongUseException(
                $"--catalog takes a name of letters, digits, - and _, at most 64 of them, not '{request.Catalog}'.");
        }

        long start = Stopwatch.GetTimestamp();
        var source = GivenSource.Open(request);
        IReadOnlyList<string> unused = source is ProductTable table ? table.Unused : [];
        if (unused.Count > 0)
        {
            output.Error.WriteLine(Printable.Text($"Not used of the table: {string.Join(", ", unused)}."));
        }

        await using var store = await DrapeHome.OpenAsync(request.Home, cancellation);
        using var networks = ModelCatalog.Open();
        var analyzer = new PhotoAnalyzer(networks, ThreadPolicy.ManyPhotos);
        using var fetcher = new PhotoFetcher(new FetchLimits { AllowPrivateAddresses = request.AllowPrivate });
        var import = new CatalogImport(analyzer, store.Products, store.Blobs, new RowPictures(fetcher, files: true));
        var catalog = await store.Catalogs.FindOrCreateAsync(request.Catalog, cancellation);

        var failed = new FailedRows(request.Json ? int.MaxValue : FailedRows.Named);
        ImportTally tally;
        using (var progress = output.ErrorIsTerminal ? new ProgressLine(output.Error, source.Count, "products") : null)
        {
            tally = await import.RunAsync(catalog, source, new ImportOptions
            {
                RetireVanished = request.Retire,
                FetchAgain = request.FetchAgain,
                Advanced = done => progress?.AdvanceTo(done.Done),
                Failed = failed.Add,
            }, cancellation);
        }

        bool stopped = !tally.IsComplete;
        new ImportSummary(request, tally, failed, unused, stopped, Stopwatch.GetElapsedTime(start)).Write(output);
        return stopped ? ExitCode.Stopped : tally.Failed > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }
}
