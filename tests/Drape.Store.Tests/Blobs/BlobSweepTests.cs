using System.Text.Json;
using Drape.Store.Blobs;
using Drape.Store.Catalogs;
using Drape.Store.Jobs;
using Drape.Store.Products;
using Drape.Store.Tests.Blobs.StandIn;
using Drape.Store.Tests.Products;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Blobs;

/// <summary>What becomes of pictures that nothing shows, in every database and every store of pictures.</summary>
public abstract class BlobSweepTests(TestDatabase place) : StoreTests(place)
{
    readonly SetClock _clock = new();

    private protected abstract IBlobStore Blobs { get; }

    public override async Task InitializeAsync()
    {
        Database = await Place.OpenAsync(_clock);
        Later(TimeSpan.Zero);
    }

    [StoreFact]
    public async Task The_pictures_of_a_deleted_catalog_go()
    {
        var catalogs = new CatalogStore(Database);
        var key = await ShowAsync("shop", 100);
        await catalogs.DeleteAsync("shop");
        Later(TimeSpan.FromHours(2));

        var swept = await SweepAsync();

        Assert.Equal(new Swept(new BlobSum(1, 100), default, default), swept);
        Assert.False(await Blobs.ExistsAsync(key));
    }

    [StoreFact]
    public async Task What_a_product_shows_stays()
    {
        var key = await ShowAsync("shop", 100);
        Later(TimeSpan.FromHours(2));

        var swept = await SweepAsync();

        Assert.Equal(new Swept(default, default, new BlobSum(1, 100)), swept);
        Assert.True(await Blobs.ExistsAsync(key));
    }

    [StoreFact]
    public async Task What_was_kept_within_the_hour_waits_for_what_is_to_show_it()
    {
        var key = await PutAsync(1, 100);
        Later(TimeSpan.FromMinutes(50));

        var swept = await SweepAsync();

        Assert.Equal(new Swept(default, new BlobSum(1, 100), default), swept);
        Assert.True(await Blobs.ExistsAsync(key));
    }

    [StoreFact]
    public async Task However_many_there_are_each_is_judged_for_itself()
    {
        var shop = await new CatalogStore(Database).CreateAsync("shop");
        var products = new List<NewProduct>();
        for (int i = 0; i < 600; i++)
        {
            var key = await PutAsync(i, 10);
            if (i % 3 == 0)
            {
                products.Add(Shop.Product($"p{i}") with { Picture = key });
            }
        }

        await new ProductStore(Database).UpsertAsync(shop.Id, products);
        Later(TimeSpan.FromHours(2));

        var swept = await SweepAsync();

        Assert.Equal(new Swept(new BlobSum(400, 4000), default, new BlobSum(200, 2000)), swept);
        Assert.Equal(new BlobSum(200, 2000), await Blobs.MeasureAsync());
    }

    [StoreFact]
    public async Task What_is_only_counted_is_still_there()
    {
        var key = await PutAsync(1, 100);
        Later(TimeSpan.FromHours(2));

        var swept = await new BlobSweep(Database, Blobs).RunAsync(delete: false);

        Assert.Equal(new Swept(new BlobSum(1, 100), default, default), swept);
        Assert.True(await Blobs.ExistsAsync(key));
    }

    [StoreFact]
    public async Task What_was_sent_for_a_job_stays_while_the_job_is_remembered()
    {
        var jobs = new JobStore(Database);
        var key = await PutAsync(1, 100);
        await jobs.EnqueueAsync(Order("{}") with { Content = key });
        await jobs.CompleteAsync((await jobs.TakeAsync(["closet"], "worker", TimeSpan.FromMinutes(1)))!, JobResult.Nothing);
        Later(TimeSpan.FromHours(2));

        Assert.Equal(new Swept(default, default, new BlobSum(1, 100)), await SweepAsync());
    }

    [StoreFact]
    public async Task Photos_that_a_cancelled_job_would_read_stay_for_it_may_go_on()
    {
        var jobs = new JobStore(Database);
        var key = await PutAsync(1, 100);
        var job = await jobs.EnqueueAsync(Order($$"""{"photos":[{"name":"a.jpg","key":"{{key}}"}]}"""));
        await jobs.CancelAsync(job.Id);
        Later(TimeSpan.FromHours(2));

        Assert.Equal(new Swept(default, default, new BlobSum(1, 100)), await SweepAsync());
    }

    [StoreFact]
    public async Task Beside_a_job_nothing_is_swept()
    {
        var job = await new JobStore(Database).EnqueueAsync(Order("{}"));
        var key = await PutAsync(1, 100);
        Later(TimeSpan.FromHours(2));

        var e = await Assert.ThrowsAsync<StoreException>(SweepAsync);

        Assert.Equal($"Job {job.Id} (closet) is not done and may be about to show pictures that nothing shows yet: "
            + "sweep when it is done, or cancel it.", e.Message);
        Assert.True(await Blobs.ExistsAsync(key));
    }

    [StoreFact]
    public async Task What_came_to_be_shown_while_others_were_deleted_stays()
    {
        BlobKey[] keys = [await PutAsync(1, 100), await PutAsync(2, 100)];
        var shop = await new CatalogStore(Database).CreateAsync("shop");
        Later(TimeSpan.FromHours(2));
        var blobs = new WatchedBlobs(Blobs, deleted => new ProductStore(Database).UpsertAsync(
            shop.Id, [Shop.Product("a") with { Picture = keys.Single(key => key != deleted) }]));

        var swept = await new BlobSweep(Database, blobs).RunAsync(delete: true);

        Assert.Equal(1, swept.Deleted.Count);
        Assert.Equal(new BlobSum(1, 100), await Blobs.MeasureAsync());
    }

    async Task<BlobKey> ShowAsync(string catalog, int length)
    {
        var key = await PutAsync(1, length);
        var shop = await new CatalogStore(Database).CreateAsync(catalog);
        await new ProductStore(Database).UpsertAsync(shop.Id, [Shop.Product("a") with { Picture = key }]);
        return key;
    }

    Task<BlobKey> PutAsync(int seed, int length)
    {
        byte[] content = new byte[length];
        new Random(seed).NextBytes(content);
        return Blobs.PutAsync(content, "image/jpeg");
    }

    Task<Swept> SweepAsync() => new BlobSweep(Database, Blobs).RunAsync(delete: true);

    /// <summary>The storage has the machine's clock, so the database's counts from that.</summary>
    void Later(TimeSpan time) => _clock.Advance(DateTimeOffset.UtcNow + time - _clock.GetUtcNow());

    static NewJob Order(string payload) => new() { Kind = "closet", Payload = JsonElement.Parse(payload) };

    public abstract class InFolder(TestDatabase place) : BlobSweepTests(place)
    {
        private protected override IBlobStore Blobs => field ??= FolderBlobs.Open(Path.Combine(Place.Settings.Home, "blobs"));
    }

    public abstract class InBucket(TestDatabase place) : BlobSweepTests(place), IAsyncLifetime
    {
        StorageStandIn _storage = null!;

        private protected override IBlobStore Blobs => field ??= S3Blobs.Open(_storage.Settings);

        public override async Task InitializeAsync()
        {
            _storage = await StorageStandIn.StartAsync();
            await base.InitializeAsync();
        }

        async Task IAsyncLifetime.DisposeAsync()
        {
            Blobs.Dispose();
            await _storage.DisposeAsync();
            await DisposeAsync();
        }
    }

    public sealed class InFolderOnSqlite() : InFolder(new SqliteTestDatabase());

    public sealed class InBucketOnSqlite() : InBucket(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class InFolderOnPostgres() : InFolder(new PostgresTestDatabase());

    [OnPostgres]
    public sealed class InBucketOnPostgres() : InBucket(new PostgresTestDatabase());
}
