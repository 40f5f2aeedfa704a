using System.Globalization;
using System.Text.Json;
using Drape.Server.Catalogs.Import;
using Drape.Server.Hosting;
using Drape.Server.Jobs;
using Drape.Store.Catalogs;
using Drape.Store.Jobs;

namespace Drape.Server.Catalogs.Tags;

/// <summary>
/// Tagging as a job: imports what was sent, then sends every product's tags. One that was cut off goes on after the last
/// hundred that arrived.
/// </summary>
sealed class TagJob(ImportJob imports, Webhook webhook, StoreKeeper keeper) : IJobKind
{
    /// <summary>The kind of these jobs.</summary>
    public const string Kind = "tag";

    /// <summary>
    /// How often it is tried without getting any further: for about a day, the pauses growing to a quarter of an hour
    /// (<see cref="BackOff.Default"/>), for a receiver that is down over night.
    /// </summary>
    public const int Attempts = 100;

    const int Batch = 100;

    public string Name => Kind;

    public async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var order = run.Job.Payload.Deserialize<TagOrder>(ServerJson.Options)!;
        var catalog = await imports.RequireAsync(order.Catalog, cancellation);
        var standing = run.Job.Checkpoint?.Deserialize<TagStanding>(ServerJson.Options) ?? new TagStanding();
        if (run.Job.Content is { } content && standing.Import is null)
        {
            using var source = await KeptSource.OpenAsync(keeper.Store.Blobs, content, null, null, null, cancellation);
            standing = standing with { Import = await imports.RunAsync(run, catalog, source, false, cancellation) };
            await SaveAsync(run, standing, source.Products.Count);
        }

        if (order.Webhook is { } url)
        {
            standing = await SendAsync(run, catalog, url, standing, cancellation);
        }

        return new JobResult
        {
            Document = JsonSerializer.SerializeToElement(
                new TagResult(catalog.Name, TagRoutes.AddressOf(catalog.Name), standing.Sent, standing.Import),
                ServerJson.Options),
            Warning = standing.Import?.Warning,
        };
    }

    async Task<TagStanding> SendAsync(
        JobRun run, Catalog catalog, string url, TagStanding standing, CancellationToken cancellation)
    {
        long total = (await keeper.Store.Catalogs.CountAsync(catalog.Id, cancellation)).Products;
        await run.ProgressAsync(new JobProgress(standing.Sent, total), Sentence(standing));
        while (await keeper.Store.Products.ListAsync(catalog.Id, standing.After, Batch, cancellation: cancellation)
            is { Count: > 0 } products)
        {
            string delivery = string.Create(CultureInfo.InvariantCulture, $"{run.Job.Id}-{standing.Sent}");
            await webhook.SendAsync(url, run.Job.Secret, delivery, TagLines.Of(products), cancellation);
            standing = standing with { After = products[^1].Key, Sent = standing.Sent + products.Count };
            await SaveAsync(run, standing, total);
        }

        return standing;
    }

    static Task SaveAsync(JobRun run, TagStanding standing, long total) => run.ProgressAsync(
        new JobProgress(standing.Sent, total),
        Sentence(standing),
        JsonSerializer.SerializeToElement(standing, ServerJson.Options));

    static string Sentence(TagStanding standing) =>
        string.Create(CultureInfo.InvariantCulture, $"The tags of {standing.Sent} products were sent.");

    /// <summary>How far such a job is.</summary>
    sealed record TagStanding
    {
        public ImportAnswer? Import { get; init; }

        public string? After { get; init; }

        public long Sent { get; init; }
    }
}

/// <summary>What tagging left.</summary>
/// <param name="Catalog">The catalog.</param>
/// <param name="Tags">Where the tags can be fetched.</param>
/// <param name="Sent">Products whose tags were sent to the webhook.</param>
/// <param name="Import">What became of the products that were sent along; left out where none were.</param>
public sealed record TagResult(string Catalog, string Tags, long Sent, ImportAnswer? Import = null);
