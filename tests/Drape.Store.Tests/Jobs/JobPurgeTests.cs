using Drape.Store.Blobs;
using Drape.Store.Catalogs;
using Drape.Store.Jobs;
using Drape.Store.Products;
using Drape.Store.Tests.Products;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Jobs;

public abstract class JobPurgeTests(TestDatabase place) : JobTests(place)
{
    IBlobStore Blobs => field ??= FolderBlobs.Open(Path.Combine(Place.Settings.Home, "blobs"));

    [StoreFact]
    public async Task Only_old_jobs_that_ended_are_purged()
    {
        var old = await OrderAndTakeAsync();
        await Jobs.CompleteAsync(old, JobResult.Nothing);
        var running = await OrderAndTakeAsync();
        Clock.Advance(TimeSpan.FromDays(31));
        var waiting = await Jobs.EnqueueAsync(Order("other"));
        var recent = await Jobs.EnqueueAsync(Order("other"));
        await Jobs.CancelAsync(recent.Id);

        Assert.Equal(1, await PurgeAsync());
        Assert.Equal(
            [recent.Id, waiting.Id, running.Id], (await Jobs.ListAsync(JobFilter.All, null, 10)).Select(j => j.Id));
    }

    [StoreFact]
    public async Task What_was_sent_for_a_purged_job_is_deleted_with_it()
    {
        var key = await EndAsync("old"u8.ToArray());
        Clock.Advance(TimeSpan.FromDays(31));

        await PurgeAsync();

        Assert.False(await Blobs.ExistsAsync(key));
    }

    [StoreFact]
    public async Task What_another_job_has_as_well_stays_until_that_is_purged()
    {
        var key = await EndAsync("shared"u8.ToArray());
        Clock.Advance(TimeSpan.FromDays(31));
        await EndAsync("shared"u8.ToArray());

        await PurgeAsync();
        bool kept = await Blobs.ExistsAsync(key);
        Clock.Advance(TimeSpan.FromDays(31));
        await PurgeAsync();

        Assert.Equal((true, false), (kept, await Blobs.ExistsAsync(key)));
    }

    [StoreFact]
    public async Task What_is_a_products_picture_as_well_stays()
    {
        var key = await EndAsync("picture"u8.ToArray());
        var shop = await new CatalogStore(Database).CreateAsync("shop");
        await new ProductStore(Database).UpsertAsync(shop.Id, [Shop.Product("a") with { Picture = key }]);
        Clock.Advance(TimeSpan.FromDays(31));

        await PurgeAsync();

        Assert.True(await Blobs.ExistsAsync(key));
    }

    [StoreFact]
    public async Task However_many_are_old_all_are_purged()
    {
        for (int i = 0; i < 25; i++)
        {
            await EndAsync(BitConverter.GetBytes(i));
        }

        Clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal(25, await PurgeAsync());
        await foreach (var (key, _, _) in Blobs.ListAsync())
        {
            Assert.Fail($"{key} is still there.");
        }
    }

    /// <summary>A job that is done, for which something was sent.</summary>
    async Task<BlobKey> EndAsync(byte[] content)
    {
        var key = await Blobs.PutAsync(content, "text/csv");
        await Jobs.EnqueueAsync(Order() with { Content = key });
        await Jobs.CompleteAsync((await TakeAsync())!, JobResult.Nothing);
        return key;
    }

    Task<int> PurgeAsync() => Jobs.PurgeAsync(Clock.GetUtcNow().AddDays(-30), Blobs);

    public sealed class OnSqlite() : JobPurgeTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : JobPurgeTests(new PostgresTestDatabase());
}
