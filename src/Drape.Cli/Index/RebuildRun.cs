using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Drape.Cli.CommandLine;
using Drape.Cli.Import;
using Drape.Cli.Terminal;
using Drape.Garments;
using Drape.Inference;
using Drape.Server.Catalogs.Import;
using Drape.Store;
using Drape.Store.Catalogs;

namespace Drape.Cli.Index;

/// <summary>One run of <c>drape index rebuild</c>.</summary>
sealed class RebuildRun(string? home, IReadOnlyList<string> names, bool all, bool json, Output output)
{
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        using var networks = ModelCatalog.Open();
        await using var store = await DrapeHome.OpenAsync(home, cancellation);
        var catalogs = await CatalogsAsync(store, cancellation);
        string network = networks.Find(GarmentReader.ModelName).Identity;
        int outdated = 0;
        foreach (var catalog in catalogs)
        {
            outdated += (all ? await store.Items.AllAsync(catalog.Id, cancellation)
                : await store.Items.OutdatedAsync(catalog.Id, network, cancellation)).Count;
        }

        var failed = new FailedRows(json ? int.MaxValue : FailedRows.Named);
        var tally = new ImportTally(outdated);
        if (outdated > 0)
        {
            tally = await ReadAsync(store, new PhotoAnalyzer(networks, ThreadPolicy.ManyPhotos), catalogs, tally, failed, cancellation);
        }

        bool stopped = !tally.IsComplete;
        Tell(tally, failed, stopped, Stopwatch.GetElapsedTime(start));
        return stopped ? ExitCode.Stopped : tally.Failed > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    async Task<ImportTally> ReadAsync(DrapeStore store, PhotoAnalyzer analyzer, IReadOnlyList<Catalog> catalogs,
        ImportTally tally, FailedRows failed, CancellationToken cancellation)
    {
        using var progress = output.ErrorIsTerminal ? new ProgressLine(output.Error, tally.Total, "products") : null;
        foreach (var catalog in catalogs.TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            var before = tally;
            var done = await new ReadAgain(analyzer, store.Items, store.Products, store.Blobs).RunAsync(catalog, all, new ImportOptions
            {
                Advanced = now => progress?.AdvanceTo(before.Done + now.Done),
                Failed = failed.Add,
            }, cancellation);
            tally = tally with
            {
                Updated = tally.Updated + done.Updated,
                Unchanged = tally.Unchanged + done.Unchanged,
                Failed = tally.Failed + done.Failed,
            };
        }

        return tally;
    }

    async Task<IReadOnlyList<Catalog>> CatalogsAsync(DrapeStore store, CancellationToken cancellation)
    {
        var all = await store.Catalogs.ListAsync(cancellation);
        return names.FirstOrDefault(n => all.All(c => c.Name != n)) is { } strange
            ? throw new WrongUseException($"There is no catalog '{strange}'. 'drape catalogs' lists those that there are.")
            : [.. all.Where(c => names.Count == 0 || names.Contains(c.Name))];
    }

    void Tell(ImportTally tally, FailedRows failed, bool stopped, TimeSpan elapsed)
    {
        failed.Write(output.Error);
        if (json)
        {
            output.Out.WriteLine(JsonSerializer.Serialize(
                new RebuildDocument(tally.Total, tally.Updated, tally.Failed, stopped, Math.Round(elapsed.TotalSeconds, 2), failed.Rows),
                IndexJson.Indented.RebuildDocument));
        }

        string text = tally.Total == 0 ? all ? "There is no product to read." : "Every product was read by the network in use."
            : string.Create(CultureInfo.InvariantCulture,
                $"{tally.Updated:N0} of {tally.Total:N0} products read again{(tally.Failed > 0 ? $", {tally.Failed:N0} failed" : "")}"
                + $" in {elapsed.TotalSeconds:0.0} s.{(stopped ? " Stopped. Run the same command again to go on." : "")}");
        (json || stopped ? output.Error : output.Out).WriteLine(text);
    }
}
