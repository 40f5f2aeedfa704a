using System.Diagnostics;
using Drape.Fetching;
using Drape.Imaging;
using Drape.Server.Catalogs.Import;

namespace Drape.Server.Tests.Catalogs.Import;

public sealed class RowPicturesTests : IDisposable
{
    readonly TemporaryHome _folder = new();
    readonly PhotoFetcher _fetcher = new(new FetchLimits());

    public void Dispose()
    {
        _fetcher.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_device_is_refused_before_it_is_read() =>
        Assert.Equal("/dev/zero is a pipe, a device or a socket, not a picture's file.", await ReasonAsync("/dev/zero"));

    [Fact]
    public async Task A_link_to_a_device_is_refused_as_well()
    {
        string link = Path.Combine(_folder.Path, "a.jpg");
        File.CreateSymbolicLink(link, "/dev/zero");

        Assert.Contains("is a pipe, a device or a socket", await ReasonAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_that_nobody_writes_to_does_not_keep_waiting()
    {
        string pipe = Path.Combine(_folder.Path, "pipe.jpg");
        using (var made = Process.Start("mkfifo", pipe))
        {
            await made.WaitForExitAsync();
        }

        Assert.Contains("is a pipe, a device or a socket",
            await ReasonAsync(pipe).WaitAsync(TimeSpan.FromSeconds(10)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_said_to_be_one() =>
        Assert.Equal($"{_folder.Path} is a folder, not a picture's file.", await ReasonAsync(_folder.Path));

    [Theory]
    [InlineData("/tmp/a\0b.jpg")]
    public async Task A_path_that_no_file_can_have_is_refused_in_a_sentence(string path) =>
        Assert.Equal("The picture's path is none that a file can have.", await ReasonAsync(path));

    [Fact]
    public async Task A_name_that_is_too_long_is_refused_in_a_sentence() =>
        Assert.Equal("The picture's path is none that a file can have.",
            await ReasonAsync(Path.Combine(_folder.Path, new string('a', 300) + ".jpg")));

    [Fact]
    public async Task More_than_a_photo_may_have_is_not_read()
    {
        string path = Path.Combine(_folder.Path, "large.jpg");
        await using (var file = File.Create(path))
        {
            file.SetLength(PhotoLimits.Default.Bytes + 1);
        }

        await Assert.ThrowsAsync<PhotoException>(() => ReadAsync(path));
    }

    async Task<string> ReasonAsync(string path) => (await Assert.ThrowsAsync<RowException>(() => ReadAsync(path))).Message;

    Task<byte[]> ReadAsync(string path) => new RowPictures(_fetcher, files: true).ReadAsync(
        new ProductRow { Key = "A1", Picture = path, Place = "line 2" }, CancellationToken.None);
}
