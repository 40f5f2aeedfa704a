using Drape.Imaging;

namespace Drape.Tests.Imaging;

public class BoundedBytesTests
{
    static readonly PhotoLimits Ten = new() { Bytes = 10 };

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task All_bytes_within_the_limit_are_read(int count) =>
        Assert.Equal(count, (await BoundedBytes.ReadAsync(new MemoryStream(new byte[count]), Ten, default)).Length);

    [Fact]
    public async Task One_byte_more_is_refused() => Assert.Equal(PhotoError.TooManyBytes,
        (await Assert.ThrowsAsync<PhotoException>(() =>
            BoundedBytes.ReadAsync(new MemoryStream(new byte[11]), Ten, default))).Error);

    [Fact]
    public async Task A_stream_without_an_end_is_given_up()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await using var endless = File.OpenRead("/dev/zero");
        Assert.Equal(PhotoError.TooManyBytes,
            (await Assert.ThrowsAsync<PhotoException>(() => BoundedBytes.ReadAsync(endless, Ten, default))).Error);
    }
}
