using Drape.Store.Blobs;

namespace Drape.Store.Tests.Blobs;

public sealed class FolderBlobsTests : BlobStoreTests, IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_content_lies_two_folders_deep_under_its_name()
    {
        await Store.PutAsync("abc"u8.ToArray(), "image/jpeg");

        const string name = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        Assert.Equal([_folder["pictures", "ba", "78", name]], Files());
    }

    [Fact]
    public async Task Nothing_unfinished_is_left()
    {
        for (int i = 0; i < 20; i++)
        {
            await Store.PutAsync(Pattern(i, 1000), "image/jpeg");
        }

        Assert.Empty(Directory.GetFiles(_folder["pictures", "incoming"]));
    }

    [Fact]
    public void What_a_crash_left_is_removed_after_a_day()
    {
        string incoming = Directory.CreateDirectory(_folder["pictures", "incoming"]).FullName;
        string old = Path.Combine(incoming, "old"), young = Path.Combine(incoming, "young");
        File.WriteAllText(old, "half a picture");
        File.WriteAllText(young, "half a picture");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-25));
        File.SetLastWriteTimeUtc(young, DateTime.UtcNow.AddHours(-23));

        Open().Dispose();

        Assert.Equal([young], Files());
    }

    [Fact]
    public async Task What_is_put_again_is_as_if_it_were_new()
    {
        var key = await Store.PutAsync("abc"u8.ToArray(), "image/jpeg");
        File.SetLastWriteTimeUtc(PathOf(key), DateTime.UtcNow.AddDays(-1));

        await Store.PutAsync("abc"u8.ToArray(), "image/jpeg");

        Assert.InRange(File.GetLastWriteTimeUtc(PathOf(key)), DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow);
    }

    [Fact]
    public async Task What_others_put_there_is_not_listed()
    {
        await Store.PutAsync("abc"u8.ToArray(), "image/jpeg");
        string elsewhere = Directory.CreateDirectory(_folder["pictures", "00", "00"]).FullName;
        File.Copy(Files().Single(), Path.Combine(elsewhere, BlobKey.Of("abc"u8).ToString()));
        File.WriteAllText(Path.Combine(elsewhere, "Thumbs.db"), "");

        Assert.Equal([BlobKey.Of("abc"u8)], await ListAsync());
    }

    [Fact]
    public async Task A_picture_can_be_removed_while_it_is_read()
    {
        byte[] content = Pattern(1, 300_000), read = new byte[300_000];
        var key = await Store.PutAsync(content, "image/jpeg");

        await using (var stream = await Store.OpenAsync(key))
        {
            await Store.DeleteAsync(key);
            await stream!.ReadExactlyAsync(read);
        }

        Assert.Equal(content, read);
    }

    [Fact]
    public void A_folder_that_is_a_file_is_refused_with_a_sentence()
    {
        string file = _folder["pictures"];
        File.WriteAllText(file, "");

        var e = Assert.Throws<BlobException>(() => FolderBlobs.Open(file));

        Assert.Equal(BlobError.WrongSettings, e.Error);
        Assert.StartsWith($"Pictures cannot be kept in {file}: ", e.Message, StringComparison.Ordinal);
        Assert.EndsWith("; choose another folder with Blobs:Folder.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_vanished_is_said_in_a_sentence()
    {
        await Store.CheckAsync();
        Directory.Delete(_folder["pictures"], recursive: true);

        var e = await Assert.ThrowsAsync<BlobException>(() => Store.CheckAsync());

        Assert.Equal(BlobError.Unavailable, e.Error);
        Assert.StartsWith($"The folder of pictures {_folder["pictures"]} cannot be used: ", e.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Flushing_a_folder_that_is_not_there_fails()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Throws<IOException>(() => FolderSync.Flush(_folder["none"]));
        }
    }

    private protected override IBlobStore Open() => FolderBlobs.Open(_folder["pictures"]);

    private protected override void Tamper(BlobKey key, byte[] content) => File.WriteAllBytes(PathOf(key), content);

    private protected override async Task<int> WritesWhile(BlobKey key, Func<Task> act)
    {
        // What is written begins in the folder of unfinished files: without it nothing can be.
        Assert.True(File.Exists(PathOf(key)));
        Directory.Delete(_folder["pictures", "incoming"]);
        try
        {
            await act();
            return 0;
        }
        catch (BlobException)
        {
            return 1;
        }
    }

    string PathOf(BlobKey key) => Files().Single(file => Path.GetFileName(file) == key.ToString());

    string[] Files() => Directory.GetFiles(_folder["pictures"], "*", SearchOption.AllDirectories);
}
