using Drape.Inference;
using Drape.Server.Catalogs.Import;
using Drape.Similarity;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.Catalogs;
using Drape.Store.Products;

namespace Drape.Server.Tests.Catalogs.Import;

/// <summary>What is read again, and what others write while it is.</summary>
public sealed class ReadAgainTests : IAsyncLifetime, IDisposable
{
    static readonly Lazy<PhotoAnalyzer> Analyzer = new(() => new PhotoAnalyzer(ModelCatalog.Open(), ThreadPolicy.ManyPhotos));

    readonly TemporaryHome _home = new();
    DrapeStore _store = null!;
    Catalog _shop = null!;

    public async Task InitializeAsync()
    {
        _store = await _home.OpenAsync();
        _shop = await _store.Catalogs.CreateAsync("shop");
        var key = await _store.Blobs.PutAsync(Wardrobe.RedShirt, "image/jpeg");
        await _store.Products.UpsertAsync(_shop.Id,
        [
            new NewProduct
            {
                Key = "a", Name = "Shirt", Price = 10, Picture = key, Network = "older@1", Embedding = [(Half)1, (Half)0],
                Kinds = Kinds.Unknown,
            },
        ]);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_product_of_another_network_is_read_by_the_one_in_use()
    {
        var tally = await RunAsync(() => Task.CompletedTask);

        var known = await KnownAsync();
        Assert.Equal((1, 0), (tally.Updated, tally.Failed));
        Assert.Equal(Analyzer.Value.EmbeddingNetwork, known.Network);
        Assert.True(known.Kinds!.AreKnown);
    }

    [Fact]
    public async Task A_product_whose_kinds_were_never_read_is_read_once()
    {
        await RunAsync(() => Task.CompletedTask);
        await _store.Products.UpsertAsync(_shop.Id, [await KnownAsync() with { Kinds = null }]);

        Assert.Equal(1, (await RunAsync(() => Task.CompletedTask)).Updated);
        Assert.Equal(0, (await RunAsync(() => Task.CompletedTask)).Total);
        Assert.True((await KnownAsync()).Kinds!.AreKnown);
    }

    [Fact]
    public async Task Every_product_is_read_where_that_is_wanted()
    {
        await RunAsync(() => Task.CompletedTask);
        await _store.Products.UpsertAsync(_shop.Id, [await KnownAsync() with { Type = "hat", Embedding = [(Half)1, (Half)0] }]);

        var tally = await RunAsync(() => Task.CompletedTask, all: true);

        Assert.Equal((1, 1), (tally.Total, tally.Updated));
        Assert.NotEqual(2, (await KnownAsync()).Embedding.Length);
    }

    [Fact]
    public async Task A_product_whose_picture_is_missing_is_named_and_the_others_are_read()
    {
        var gone = await _store.Blobs.PutAsync(Wardrobe.Jeans, "image/jpeg");
        await _store.Products.UpsertAsync(_shop.Id, [await KnownAsync() with { Key = "b", Picture = gone }]);
        await _store.Blobs.DeleteAsync(gone);
        var failed = new List<FailedRow>();

        var tally = await RunAsync(() => Task.CompletedTask, all: true, new ImportOptions { Failed = failed.Add });

        Assert.Equal((1, 1), (tally.Updated, tally.Failed));
        Assert.Equal(("b", "Its picture is not kept any more. Import the product again."),
            (Assert.Single(failed).Place, failed[0].Reason));
    }

    [Fact]
    public async Task What_the_shop_changes_meanwhile_stays_changed()
    {
        var tally = await RunAsync(async () =>
            await _store.Products.UpsertAsync(_shop.Id, [await KnownAsync() with { Price = 12 }]));

        var known = await KnownAsync();
        Assert.Equal(12, known.Price);
        Assert.Equal(Analyzer.Value.EmbeddingNetwork, known.Network);
        Assert.Equal((1, 0), (tally.Updated, tally.Unchanged));
    }

    [Fact]
    public async Task What_is_retired_meanwhile_stays_retired()
    {
        var tally = await RunAsync(() => _store.Products.RetireAsync(_shop.Id, ["a"]));

        Assert.True((await _store.Products.GetAsync(_shop.Id, "a"))!.Retired);
        Assert.Equal((0, 1), (tally.Updated, tally.Unchanged));
    }

    [Fact]
    public async Task What_is_deleted_meanwhile_does_not_come_back()
    {
        await RunAsync(() => _store.Products.DeleteAsync(_shop.Id, ["a"]));

        Assert.Null(await _store.Products.GetAsync(_shop.Id, "a"));
    }

    /// <param name="meanwhile">What others do once the product was looked up and its picture is about to be read.</param>
    /// <param name="all">Whether every product is read.</param>
    /// <param name="options">How to go about it.</param>
    Task<ImportTally> RunAsync(Func<Task> meanwhile, bool all = false, ImportOptions? options = null) =>
        new ReadAgain(Analyzer.Value, _store.Items, _store.Products, new InterruptedBlobs(_store.Blobs, meanwhile))
            .RunAsync(_shop, all, options ?? new ImportOptions(), CancellationToken.None);

    async Task<NewProduct> KnownAsync() => (await _store.Products.KnownAsync(_shop.Id, ["a"]))["a"].Facts;

    /// <summary>Pictures; before the first is read something else happens.</summary>
    sealed class InterruptedBlobs(IBlobStore blobs, Func<Task> first) : IBlobStore
    {
        bool _read;

        public async Task<Stream?> OpenAsync(BlobKey key, CancellationToken cancellation = default)
        {
            if (!_read)
            {
                _read = true;
                await first();
            }

            return await blobs.OpenAsync(key, cancellation);
        }

        public Task<BlobKey> PutAsync(
            ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation = default) =>
            blobs.PutAsync(content, contentType, cancellation);

        public Task<bool> ExistsAsync(BlobKey key, CancellationToken cancellation = default) => blobs.ExistsAsync(key, cancellation);

        public Task DeleteAsync(BlobKey key, CancellationToken cancellation = default) => blobs.DeleteAsync(key, cancellation);

        public Task<bool> DeleteAsync(BlobKey key, DateTimeOffset keptBefore, CancellationToken cancellation = default) =>
            blobs.DeleteAsync(key, keptBefore, cancellation);

        public Task<BlobSum> MeasureAsync(CancellationToken cancellation = default) => blobs.MeasureAsync(cancellation);

        public IAsyncEnumerable<KeptBlob> ListAsync(CancellationToken cancellation = default) => blobs.ListAsync(cancellation);

        public Task CheckAsync(CancellationToken cancellation = default) => blobs.CheckAsync(cancellation);

        public void Dispose()
        {
            // They belong to the store.
        }
    }
}
