using System.Text.Json;
using Drape.Store.Jobs;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Jobs;

/// <summary>Tests of jobs: each with a fresh database and a clock that stands still until the test moves it on.</summary>
public abstract class JobTests(TestDatabase place) : StoreTests(place)
{
    /// <summary>How long a worker is believed to live without a sign.</summary>
    private protected static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private protected SetClock Clock { get; } = new();

    protected JobStore Jobs => new(Database);

    public override async Task InitializeAsync() => Database = await Place.OpenAsync(Clock);

    private protected static NewJob Order(string kind = "work", string payload = "{}") =>
        new() { Kind = kind, Payload = JsonElement.Parse(payload) };

    private protected Task<Job?> TakeAsync(string kind = "work", string worker = "worker") =>
        Jobs.TakeAsync([kind], worker, Lease);

    private protected async Task<Job> OrderAndTakeAsync(string kind = "work")
    {
        await Jobs.EnqueueAsync(Order(kind));
        return (await TakeAsync(kind))!;
    }
}
