using System.Reflection;
using Drape.Server.Catalogs.Search;
using Drape.Server.Hosting;
using Drape.Server.Jobs;
using Drape.Server.Photos;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.Jobs;
using Drape.Store.People;

namespace Drape.Server.Operations;

/// <summary>Gathers how the server is, for the page and the API alike.</summary>
sealed class OperationsDesk(
    DrapeStore store, StoreKeeper keeper, Reader reader, AnalysisGate gate, IndexKeeper index, ServerTally tally) : IDisposable
{
    const int MostJobs = 20;
    const int MostClicked = 20;
    static readonly TimeSpan Month = TimeSpan.FromDays(30);
    static readonly TimeSpan CountsLast = TimeSpan.FromMinutes(5);
    static readonly string Version = typeof(OperationsDesk).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    readonly SemaphoreSlim _counting = new(1);
    (BlobSum Sum, DateTimeOffset At)? _counted;

    /// <summary>How all of it is now.</summary>
    public async Task<OperationsAnswer> ReadAsync(CancellationToken cancellation)
    {
        var people = await store.People.CountAsync(store.Database.Now - Month, cancellation);
        return new OperationsAnswer
        {
            Health = Health(),
            Jobs = await JobsAsync(cancellation),
            Networks = [.. reader.Networks.Select(one => new NetworkFigures(one.Network.Name, one.Network.Version, one.Network.File,
                one.Network.IsInt8 ? "int8" : "float32", one.Network.Sha256, one.Loaded))],
            Catalogs = await CatalogsAsync(cancellation),
            Clicks = await ClicksAsync(cancellation),
            Index = index.IsReady ? await (await index.IndexAsync(cancellation)).StatusAsync(cancellation) : null,
            People = new PeopleFigures(people.All, people.Administrators, people.SignedIn, people.New),
            Storage = await StorageAsync(cancellation),
        };
    }

    /// <summary>A page of people.</summary>
    /// <param name="words">What their name, handle or address has in it; everybody if null.</param>
    /// <param name="after">The last number of the page before.</param>
    /// <param name="limit">How many.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<AccountPage> PeopleAsync(string? words, long? after, int limit, CancellationToken cancellation)
    {
        var found = string.IsNullOrWhiteSpace(words)
            ? await store.People.ListAsync(after, limit + 1, cancellation)
            : await store.People.SearchAsync(words, after, limit + 1, cancellation);
        return new AccountPage([.. found.Take(limit).Select(Account)], found.Count > limit ? found[limit - 1].Id : null);
    }

    public void Dispose() => _counting.Dispose();

    HealthFigures Health() => new()
    {
        Ready = reader.IsReady && index.IsReady,
        Version = Version,
        StartedAt = tally.Started,
        UptimeSeconds = (long)(DateTimeOffset.UtcNow - tally.Started).TotalSeconds,
        MemoryBytes = Environment.WorkingSet,
        Requests = tally.Requests,
        FailedRequests = tally.FailedRequests,
        Pictures = tally.Pictures,
        UnreadablePictures = tally.Unreadable,
        FailedPictures = tally.Failures,
        PicturesTurnedAway = tally.TurnedAway,
        PicturesNow = gate.Occupied,
    };

    async Task<JobFigures> JobsAsync(CancellationToken cancellation)
    {
        var counts = await store.Jobs.CountAsync(cancellation);
        var now = store.Database.Now;
        var worth = new List<JobAnswer>();
        foreach (var state in (JobState[])[JobState.Running, JobState.Queued, JobState.Failed])
        {
            worth.AddRange((await store.Jobs.ListAsync(new JobFilter { State = state }, null, MostJobs, cancellation))
                .Select(job => JobAnswer.Of(job, now)));
        }

        return new JobFigures(counts.GetValueOrDefault(JobState.Running), counts.GetValueOrDefault(JobState.Queued),
            counts.GetValueOrDefault(JobState.Failed), worth);
    }

    async Task<IReadOnlyList<CatalogFigures>> CatalogsAsync(CancellationToken cancellation)
    {
        var catalogs = new List<CatalogFigures>();
        foreach (var catalog in await store.Catalogs.ListAsync(cancellation))
        {
            var counts = await store.Catalogs.CountAsync(catalog.Id, cancellation);
            catalogs.Add(new CatalogFigures(catalog.Name, counts.Products, counts.Retired,
                await store.Catalogs.WithoutKindsAsync(catalog.Id, cancellation),
                await store.Catalogs.ChangedAtAsync(catalog.Id, cancellation)));
        }

        return catalogs;
    }

    async Task<IReadOnlyList<ClickFigures>> ClicksAsync(CancellationToken cancellation)
    {
        var since = DateOnly.FromDateTime((store.Database.Now - Month).UtcDateTime);
        var clicks = new List<ClickFigures>();
        foreach (var count in await store.Clicks.MostAsync(since, MostClicked, cancellation: cancellation))
        {
            var catalog = await store.Catalogs.FindAsync(count.Catalog, cancellation);
            var product = catalog is null ? null : await store.Products.GetAsync(catalog.Id, count.Product, cancellation);
            clicks.Add(new ClickFigures(count.Catalog, count.Product, product?.Name, count.Clicks));
        }

        return clicks;
    }

    async Task<StorageFigures> StorageAsync(CancellationToken cancellation)
    {
        var (pictures, at) = await CountedAsync(cancellation);
        var (free, all) = Disk();
        return new StorageFigures(store.Database.Place, await store.Database.SizeAsync(cancellation), pictures.Count,
            pictures.Bytes, at, keeper.Home, free, all);
    }

    /// <summary>Going through all pictures takes a while: it is done once in some minutes.</summary>
    async Task<(BlobSum Sum, DateTimeOffset At)> CountedAsync(CancellationToken cancellation)
    {
        await _counting.WaitAsync(cancellation);
        try
        {
            var now = store.Database.Now;
            if (_counted is not { } known || now - known.At > CountsLast)
            {
                _counted = known = (await store.Blobs.MeasureAsync(cancellation), now);
            }

            return known;
        }
        finally
        {
            _counting.Release();
        }
    }

    (long? Free, long? All) Disk()
    {
        try
        {
            var disk = new DriveInfo(keeper.Home);
            return (disk.AvailableFreeSpace, disk.TotalSize);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, null);
        }
    }

    AccountFigures Account(Person person) => new(person.Handle, person.Name, person.Email, person.Administrator,
        person.Credentials.TwoFactor,
        person.Credentials.LockedUntil > store.Database.Now ? person.Credentials.LockedUntil : null, person.CreatedAt);
}
