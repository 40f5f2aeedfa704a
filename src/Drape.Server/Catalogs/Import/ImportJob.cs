using System.Globalization;
using System.Text.Json;
using Drape.Server.Hosting;
using Drape.Server.Jobs;
using Drape.Store.Catalogs;
using Drape.Store.Jobs;

namespace Drape.Server.Catalogs.Import;

/// <summary>Imports as jobs: one that was cut off begins again and passes over what is there already.</summary>
sealed class ImportJob(CatalogImports imports, StoreKeeper keeper) : IJobKind
{
    /// <summary>The kind of these jobs.</summary>
    public const string Kind = "import";

    public string Name => Kind;

    public async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var order = run.Job.Payload.Deserialize<ImportOrder>(ServerJson.Options)!;
        var catalog = await RequireAsync(order.Catalog, cancellation);
        using var source = await KeptSource.OpenAsync(
            keeper.Store.Blobs, run.Job.Content, order.Table, order.Mapping, order.Encoding, cancellation);
        var answer = await RunAsync(run, catalog, source, order.RetireVanished, cancellation);
        return answer.IsVain ? throw new JobException(answer.Warning!) : new JobResult
        {
            Document = JsonSerializer.SerializeToElement(answer, ServerJson.Options),
            Warning = answer.Warning,
        };
    }

    /// <summary>The catalog of a job.</summary>
    /// <exception cref="JobException">It was deleted.</exception>
    public async Task<Catalog> RequireAsync(string name, CancellationToken cancellation) =>
        await keeper.Store.Catalogs.FindAsync(name, cancellation)
        ?? throw new JobException($"The catalog {name} was deleted.");

    /// <summary>Imports and says how far it is.</summary>
    public async Task<ImportAnswer> RunAsync(
        JobRun run, Catalog catalog, KeptSource source, bool retireVanished, CancellationToken cancellation)
    {
        await run.ProgressAsync(new JobProgress(0, source.Products.Count), "The first pictures are awaited.");
        return await imports.RunAsync(catalog, source.Products, retireVanished,
            tally => _ = run.ProgressAsync(new JobProgress(tally.Done, tally.Total), string.Create(
                CultureInfo.InvariantCulture,
                $"{tally.Added} added, {tally.Updated} updated, {tally.Unchanged} unchanged, {tally.Failed} failed.")),
            cancellation);
    }
}
