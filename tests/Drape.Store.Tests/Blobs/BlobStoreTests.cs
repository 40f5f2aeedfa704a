using Drape.Store.Blobs;

namespace Drape.Store.Tests.Blobs;

/// <summary>What every store of blobs does, wherever it keeps them.</summary>
public abstract class BlobStoreTests
{
    static readonly byte[] Shirt = Pattern(1, 70_000), Dress = Pattern(2, 70_000);

    private protected IBlobStore Store => field ??= Open();

    /// <summary>Opens a store; another one of the same test sees the same blobs.</summary>
    private protected abstract IBlobStore Open();

    /// <summary>Overwrites what lies in the storage under a key.</summary>
    private protected abstract void Tamper(BlobKey key, byte[] content);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(9_000_000)]
    public async Task What_was_put_is_read_again(int length)
    {
        byte[] content = Pattern(3, length);

        var key = await Store.PutAsync(content, "image/jpeg");

        Assert.Equal(content, await ReadAsync(key));
    }

    [Fact]
    public async Task The_key_is_the_contents() =>
        Assert.Equal(BlobKey.Of(Shirt), await Store.PutAsync(Shirt, "image/png"));

    [Fact]
    public async Task A_content_tells_its_length()
    {
        var key = await Store.PutAsync(Shirt, "image/jpeg");

        await using var stream = await Store.OpenAsync(key);

        Assert.Equal(Shirt.Length, stream!.Length);
    }

    [Fact]
    public async Task What_was_never_put_is_not_there()
    {
        await Store.PutAsync(Shirt, "image/jpeg");

        Assert.Null(await Store.OpenAsync(BlobKey.Of(Dress)));
        Assert.False(await Store.ExistsAsync(BlobKey.Of(Dress)));
    }

    [Fact]
    public async Task What_was_put_is_there_for_the_next_process()
    {
        var key = await Store.PutAsync(Shirt, "image/jpeg");

        using var next = Open();

        Assert.True(await next.ExistsAsync(key));
    }

    [Fact]
    public async Task What_was_deleted_is_gone()
    {
        var key = await Store.PutAsync(Shirt, "image/jpeg");

        await Store.DeleteAsync(key);

        Assert.False(await Store.ExistsAsync(key));
        Assert.Null(await Store.OpenAsync(key));
    }

    [Fact]
    public async Task Deleting_what_is_not_there_does_nothing()
    {
        await Store.DeleteAsync(BlobKey.Of(Dress));

        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task What_was_deleted_can_be_put_again()
    {
        var key = await Store.PutAsync(Shirt, "image/jpeg");
        await Store.DeleteAsync(key);

        await Store.PutAsync(Shirt, "image/jpeg");

        Assert.Equal(Shirt, await ReadAsync(key));
    }

    [Fact]
    public async Task All_keys_are_listed_once()
    {
        var keys = new List<BlobKey>();
        for (int i = 0; i < 30; i++)
        {
            keys.Add(await Store.PutAsync(Pattern(i, 40), "image/jpeg"));
        }

        var listed = await ListAsync();

        Assert.Equal(keys.Select(key => key.ToString()).Order(), listed.Select(key => key.ToString()).Order());
    }

    [Fact]
    public async Task All_that_is_kept_is_counted()
    {
        Assert.Equal(default, await Store.MeasureAsync());
        await Store.PutAsync(Shirt, "image/jpeg");
        await Store.PutAsync(Dress, "image/jpeg");
        await Store.PutAsync(Shirt, "image/jpeg");

        Assert.Equal(new BlobSum(2, Shirt.Length + Dress.Length), await Store.MeasureAsync());
    }

    [Fact]
    public async Task What_is_listed_has_its_length_and_time()
    {
        var before = DateTimeOffset.UtcNow.AddMinutes(-1);
        await Store.PutAsync(Shirt, "image/jpeg");

        var blob = Assert.Single(await Store.ListAsync().ToListAsync());

        Assert.Equal(Shirt.Length, blob.Bytes);
        Assert.InRange(blob.KeptAt, before, DateTimeOffset.UtcNow.AddMinutes(1));
    }

    [Fact]
    public async Task What_was_kept_since_is_not_deleted()
    {
        var key = await Store.PutAsync(Shirt, "image/jpeg");

        bool early = await Store.DeleteAsync(key, DateTimeOffset.UtcNow.AddMinutes(-1));
        bool there = await Store.ExistsAsync(key);
        bool late = await Store.DeleteAsync(key, DateTimeOffset.UtcNow.AddMinutes(1));

        Assert.Equal((false, true, true, false), (early, there, late, await Store.ExistsAsync(key)));
        Assert.False(await Store.DeleteAsync(key, DateTimeOffset.UtcNow.AddMinutes(1)));
    }

    [Fact]
    public async Task The_same_content_twice_is_written_once()
    {
        var key = await Store.PutAsync(Shirt, "image/jpeg");

        int writes = await WritesWhile(key, () => Store.PutAsync(Shirt, "image/jpeg"));

        Assert.Equal(0, writes);
    }

    [Fact]
    public async Task The_same_content_from_many_at_once_is_kept_whole()
    {
        var puts = Enumerable.Range(0, 16).Select(_ => Store.PutAsync(Shirt, "image/jpeg"));

        var keys = await Task.WhenAll(puts);

        Assert.Equal(Shirt, await ReadAsync(Assert.Single(keys.Distinct())));
    }

    [Theory]
    [InlineData(70_000)]
    [InlineData(69_999)]
    [InlineData(0)]
    public async Task Damage_is_noticed_when_it_is_read(int length)
    {
        var key = await Store.PutAsync(Shirt, "image/jpeg");
        Tamper(key, Dress[..length]);

        var e = await Assert.ThrowsAsync<BlobException>(() => ReadAsync(key));

        Assert.Equal(BlobError.Damaged, e.Error);
        Assert.EndsWith("put it again.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_bytes_of_a_damaged_content_are_not_handed_out()
    {
        var key = await Store.PutAsync(Shirt, "image/jpeg");
        Tamper(key, Dress);

        await Assert.ThrowsAsync<BlobException>(async () =>
        {
            await using var stream = await Store.OpenAsync(key);
            await stream!.ReadExactlyAsync(new byte[Dress.Length]);
        });
    }

    [Theory]
    [InlineData(70_000)]
    [InlineData(69_999)]
    [InlineData(0)]
    public async Task Damage_is_repaired_by_putting_it_again(int length)
    {
        var key = await Store.PutAsync(Shirt, "image/jpeg");
        Tamper(key, Dress[..length]);

        await Store.PutAsync(Shirt, "image/jpeg");

        Assert.Equal(Shirt, await ReadAsync(key));
    }

    [Fact]
    public async Task What_was_cancelled_is_not_begun() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => Store.PutAsync(Shirt, "image/jpeg", new CancellationToken(canceled: true)));

    [Fact]
    public async Task A_storage_that_works_passes_its_check()
    {
        await Store.CheckAsync();

        Assert.Empty(await ListAsync());
    }

    private protected async Task<byte[]?> ReadAsync(BlobKey key)
    {
        await using var stream = await Store.OpenAsync(key);
        if (stream is null)
        {
            return null;
        }

        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return content.ToArray();
    }

    private protected Task<List<BlobKey>> ListAsync() => ListAsync(Store);

    private protected static async Task<List<BlobKey>> ListAsync(IBlobStore store)
    {
        var keys = new List<BlobKey>();
        await foreach (var (key, _, _) in store.ListAsync())
        {
            keys.Add(key);
        }

        return keys;
    }

    /// <summary>Bytes that look like a picture's: not the same over and over.</summary>
    private protected static byte[] Pattern(int seed, int length)
    {
        byte[] content = new byte[length];
        new Random(seed).NextBytes(content);
        return content;
    }

    /// <summary>How often the content under a key was written meanwhile.</summary>
    private protected abstract Task<int> WritesWhile(BlobKey key, Func<Task> act);
}
