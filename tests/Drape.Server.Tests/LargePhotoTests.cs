using System.Buffers.Binary;
using System.Net;
using Drape.Imaging;
using Drape.Server.Photos;
using Microsoft.Extensions.DependencyInjection;

namespace Drape.Server.Tests;

/// <summary>Photos that may take much memory while they are decoded.</summary>
public sealed class LargePhotoTests(SmallApp app) : IClassFixture<SmallApp>
{
    readonly HttpClient _client = app.CreateClient();

    [Fact]
    public async Task A_large_photo_waits_for_another_while_small_ones_are_read()
    {
        byte[] large = Interlaced(5000, 5000);
        var header = PhotoDecoder.Identify(large);
        Assert.Equal((5000, 5000), (header.Width, header.Height));
        var gate = app.Services.GetRequiredService<AnalysisGate>();
        using var busy = new ManualResetEventSlim();
        var other = gate.RunAsync(() => busy.Wait(TimeSpan.FromSeconds(30)), CancellationToken.None, large: true);

        var waiting = _client.PostPhotosAsync(("large.png", large));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (gate.Occupied < 2)
        {
            await Task.Delay(10, patience.Token);
        }

        await (await _client.PostPhotosAsync(("small.jpg", Pictures.File()))).ReadingAsync();
        Assert.False(waiting.IsCompleted);
        busy.Set();
        Assert.True(await other);
        // It was only a header; what matters is that its turn came.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await waiting).StatusCode);
        Assert.Equal(0, gate.Occupied);
    }

    [Fact]
    public async Task A_photo_of_more_than_the_set_megapixels_is_refused()
    {
        var answer = await _client.PostPhotosAsync(("vast.png", Interlaced(8000, 5001)));

        var problem = await answer.ProblemAsync(
            HttpStatusCode.UnprocessableEntity, "urn:drape:photo:too-many-pixels");
        Assert.Contains("at most 40 megapixels", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    /// <summary>The beginning of an interlaced PNG with 16 bits a channel.</summary>
    static byte[] Interlaced(int width, int height)
    {
        byte[] size = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(size, width);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), height);
        return [137, .. "PNG\r\n"u8, 26, 10, .. Chunk("IHDR"u8, [.. size, 16, 6, 0, 0, 1]), .. Chunk("IDAT"u8, [])];
    }

    static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] body = [.. type, .. data];
        byte[] chunk = [0, 0, 0, (byte)data.Length, .. body, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32(body));
        return chunk;
    }

    static uint Crc32(byte[] data)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in data)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
