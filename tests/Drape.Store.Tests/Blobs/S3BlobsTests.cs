using System.Net;
using System.Net.Sockets;
using Drape.Store.Blobs;
using Drape.Store.Tests.Blobs.StandIn;

namespace Drape.Store.Tests.Blobs;

public sealed class S3BlobsTests : BlobStoreTests, IAsyncLifetime
{
    StorageStandIn _storage = null!;

    public async Task InitializeAsync() => _storage = await StorageStandIn.StartAsync();

    public async Task DisposeAsync()
    {
        Store.Dispose();
        await _storage.DisposeAsync();
    }

    [Fact]
    public async Task The_content_type_goes_with_the_object()
    {
        await Store.PutAsync(Pattern(1, 100), "image/webp");

        Assert.Equal("image/webp", _storage.Objects.Values.Single().ContentType);
    }

    [Theory]
    [InlineData("drape/pictures")]
    [InlineData("drape/pictures/")]
    public async Task A_prefix_keeps_its_objects_apart(string prefix)
    {
        var others = await Store.PutAsync(Pattern(1, 100), "image/jpeg");
        using var store = S3Blobs.Open(_storage.Settings with { Prefix = prefix });

        var key = await store.PutAsync(Pattern(2, 100), "image/jpeg");

        Assert.Contains("drape/pictures/" + key, _storage.Objects);
        Assert.Equal([key], await ListAsync(store));
        Assert.False(await store.ExistsAsync(others));
    }

    [Fact]
    public async Task A_listing_goes_on_over_many_pages()
    {
        _storage.PageSize = 3;
        for (int i = 0; i < 10; i++)
        {
            await Store.PutAsync(Pattern(i, 100), "image/jpeg");
        }

        Assert.Equal(10, (await ListAsync()).Distinct().Count());
        Assert.Equal(4, _storage.Requests.Count(request => request.Method == "GET"));
    }

    [Fact]
    public async Task What_others_put_there_is_not_listed()
    {
        var key = await Store.PutAsync(Pattern(1, 100), "image/jpeg");
        _storage.Objects["readme.txt"] = new StoredObject([], "text/plain");
        _storage.Objects["zalando/" + key] = new StoredObject([], "image/jpeg");

        Assert.Equal([key], await ListAsync());
    }

    [Fact]
    public async Task An_encrypted_bucket_is_not_written_twice_either()
    {
        _storage.OpaqueETags = true;
        var key = await Store.PutAsync(Pattern(1, 100), "image/jpeg");

        Assert.Equal(0, await WritesWhile(key, () => Store.PutAsync(Pattern(1, 100), "image/jpeg")));
    }

    [Fact]
    public async Task Damage_in_an_encrypted_bucket_is_repaired_by_putting_it_again()
    {
        _storage.OpaqueETags = true;
        var key = await Store.PutAsync(Pattern(1, 100), "image/jpeg");
        Tamper(key, Pattern(2, 100));

        await Store.PutAsync(Pattern(1, 100), "image/jpeg");

        Assert.Equal(Pattern(1, 100), await ReadAsync(key));
    }

    [Theory]
    [InlineData("HEAD", nameof(StorageFault.SlowDown))]
    [InlineData("PUT", nameof(StorageFault.SlowDown))]
    [InlineData("PUT", nameof(StorageFault.Dropped))]
    public async Task An_upload_that_fails_twice_works_the_third_time(string method, string fault)
    {
        _storage.Fail(method, Enum.Parse<StorageFault>(fault), times: 2);

        await Store.PutAsync(Pattern(1, 100_000), "image/jpeg");

        Assert.Equal(Pattern(1, 100_000), _storage.Objects.Values.Single().Content);
        Assert.Equal([fault, fault, method == "PUT" ? "200" : "404"],
            _storage.Requests.Where(request => request.Method == method).Select(request => request.Outcome));
    }

    [Theory]
    [InlineData(nameof(StorageFault.SlowDown))]
    [InlineData(nameof(StorageFault.Dropped))]
    [InlineData(nameof(StorageFault.CutOff))]
    public async Task A_picture_that_fails_twice_is_read_the_third_time(string fault)
    {
        var key = await Store.PutAsync(Pattern(1, 3_000_000), "image/jpeg");
        _storage.Fail("GET", Enum.Parse<StorageFault>(fault), times: 2);

        Assert.Equal(Pattern(1, 3_000_000), await ReadAsync(key));
    }

    [Fact]
    public async Task A_picture_that_stands_still_is_read_again()
    {
        using var store = S3Blobs.Open(_storage.Settings with { Timeout = TimeSpan.FromSeconds(1) });
        var key = await store.PutAsync(Pattern(1, 3_000_000), "image/jpeg");
        _storage.Fail("GET", StorageFault.Stalled);

        await using var stream = await store.OpenAsync(key);

        Assert.Equal(3_000_000, stream!.Length);
    }

    [Fact]
    public async Task Tries_are_bounded()
    {
        _storage.Fail("PUT", StorageFault.SlowDown, times: 100);
        using var store = S3Blobs.Open(_storage.Settings with { Tries = 2 });

        var e = await Assert.ThrowsAsync<BlobException>(() => store.PutAsync(Pattern(1, 100), "image/jpeg"));

        Assert.Equal(BlobError.Unavailable, e.Error);
        Assert.Equal($"{_storage.Url} is overloaded or failed (503 SlowDown); try again later.", e.Message);
        Assert.Equal(2, _storage.Requests.Count(request => request.Method == "PUT"));
    }

    [Fact]
    public async Task An_object_that_is_cut_off_again_and_again_is_an_error()
    {
        using var store = S3Blobs.Open(_storage.Settings with { Tries = 2 });
        var key = await store.PutAsync(Pattern(1, 3_000_000), "image/jpeg");
        _storage.Fail("GET", StorageFault.CutOff, times: 100);

        var e = await Assert.ThrowsAsync<BlobException>(() => store.OpenAsync(key));

        Assert.Equal(BlobError.Unavailable, e.Error);
        Assert.Equal(2, _storage.Requests.Count(request => request.Method == "GET"));
    }

    [Fact]
    public async Task A_missing_bucket_is_named() => await Refuses(
        _storage.Settings with { Bucket = "picturs" }, BlobError.WrongSettings,
        $"There is no bucket 'picturs' at {_storage.Url}; create it, or name another with Blobs:S3:Bucket.");

    [Fact]
    public async Task An_unknown_key_is_told_from_a_wrong_secret()
    {
        await Refuses(_storage.Settings with { AccessKey = "AKIDOTHER" }, BlobError.Refused,
            $"{_storage.Url} does not know the access key; correct Blobs:S3:AccessKey.");
        await Refuses(_storage.Settings with { SecretKey = "another" }, BlobError.Refused,
            $"{_storage.Url} refuses the signature; Blobs:S3:SecretKey has to be the access key's secret.");
    }

    [Fact]
    public async Task A_storage_whose_clock_is_an_hour_ahead_is_used_all_the_same()
    {
        _storage.ClockAhead = TimeSpan.FromHours(1);

        var key = await Store.PutAsync(Pattern(1, 100), "image/jpeg");

        Assert.Equal(Pattern(1, 100), await ReadAsync(key));
    }

    [Theory]
    [InlineData(nameof(StorageFault.Skewed), BlobError.Refused,
        "This machine's clock is too far from that of *; set the clock and try again.")]
    [InlineData(nameof(StorageFault.Denied), BlobError.Refused,
        "* does not let this access key use the bucket 'pictures'; give the key the rights to list, read, write and "
        + "delete, and see that secret and clock are right.")]
    [InlineData(nameof(StorageFault.OtherRegion), BlobError.WrongSettings,
        "The bucket 'pictures' at * is in another region; name its region with Blobs:S3:Region.")]
    [InlineData(nameof(StorageFault.WebPage), BlobError.Unavailable,
        "* does not answer as S3 storage does; check Blobs:S3:Endpoint.")]
    public async Task A_refusal_is_a_sentence(string fault, BlobError error, string sentence)
    {
        _storage.Fail("GET", Enum.Parse<StorageFault>(fault), times: 100);

        await Refuses(_storage.Settings with { Tries = 2 }, error,
            sentence.Replace("*", _storage.Url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_storage_that_is_silent_is_waited_for_no_longer_than_the_settings_say()
    {
        _storage.Fail("GET", StorageFault.Silent, times: 100);

        await Refuses(_storage.Settings with { Timeout = TimeSpan.FromSeconds(1), Tries = 1 }, BlobError.Unavailable,
            $"{_storage.Url} did not answer within 1 s; see whether it is up, or raise Blobs:S3:Timeout.");
    }

    [Fact]
    public async Task A_storage_that_is_not_there_is_named()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // taken, and nobody listens
        string nobody = $"http://{socket.LocalEndPoint}";

        await Refuses(_storage.Settings with { Endpoint = nobody, Tries = 1 }, BlobError.Unavailable,
            $"{nobody} cannot be reached: Connection refused; check Blobs:S3:Endpoint and the network.");
    }

    [Fact]
    public async Task A_key_that_may_not_look_but_write_is_enough_to_put()
    {
        _storage.Fail("HEAD", StorageFault.Denied);

        var key = await Store.PutAsync(Pattern(1, 100), "image/jpeg");

        Assert.Equal(Pattern(1, 100), await ReadAsync(key));
    }

    [Fact]
    public async Task An_upload_can_be_cancelled_while_it_waits()
    {
        _storage.Fail("PUT", StorageFault.Silent);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.PutAsync(Pattern(1, 100), "image/jpeg", cancellation.Token));
    }

    private protected override IBlobStore Open() => S3Blobs.Open(_storage.Settings);

    private protected override void Tamper(BlobKey key, byte[] content) =>
        _storage.Objects[key.ToString()] = new StoredObject(content, "image/jpeg");

    private protected override async Task<int> WritesWhile(BlobKey key, Func<Task> act)
    {
        int before = Writes();
        await act();
        return Writes() - before;
    }

    int Writes() => _storage.Requests.Count(request => request.Method == "PUT");

    static async Task Refuses(S3Settings settings, BlobError error, string sentence)
    {
        using var store = S3Blobs.Open(settings);

        var e = await Assert.ThrowsAsync<BlobException>(() => store.CheckAsync());

        Assert.Equal(sentence, e.Message);
        Assert.Equal(error, e.Error);
    }
}
