using System.Net;
using System.Net.Sockets;
using System.Text;
using Drape.Server.Photos;
using Microsoft.Extensions.DependencyInjection;

namespace Drape.Server.Tests;

/// <summary>What only a real socket shows.</summary>
public sealed class ListeningTests(ListeningApp app) : IClassFixture<ListeningApp>
{
    readonly HttpClient _client = app.CreateClient();

    [Fact]
    public async Task A_photo_is_read_over_a_socket()
    {
        var answer = await _client.PostPhotosAsync(("a.jpg", Pictures.File()));

        await answer.ReadingAsync();
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_refused_before_it_is_sent()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(_client.BaseAddress!.Host, _client.BaseAddress.Port);
        var stream = socket.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {Calls.Analyze} HTTP/1.1\r\nHost: drape\r\n"
            + "Content-Type: image/jpeg\r\nContent-Length: 99000000\r\n\r\n"));
        using var reader = new StreamReader(stream);

        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task A_body_without_a_length_is_counted_while_it_arrives()
    {
        using var content = new StreamContent(new Endless(60_000_000));
        content.Headers.ContentType = new("image/jpeg");
        using var request = new HttpRequestMessage(HttpMethod.Post, Calls.Analyze) { Content = content };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.ExpectContinue = true;

        try
        {
            using var answer = await _client.SendAsync(request);
            await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "urn:drape:photo:too-many-bytes");
        }
        catch (HttpRequestException)
        {
            // The server answered and closed while the client was still sending; that is a refusal as well.
        }

        Assert.Equal(0, app.Services.GetRequiredService<ByteAllowance>().Taken);
    }

    [Fact]
    public async Task A_form_may_be_larger_than_a_photo()
    {
        byte[] heavy = new byte[40_000_000];
        var answer = await _client.PostPhotosAsync(("a.jpg", Pictures.File()), ("b.jpg", heavy), ("c.jpg", heavy));

        var all = await answer.ReadingAsync();
        Assert.Equal(3, all.GetArrayLength());
        Assert.True(all[0].TryGetProperty("reading", out _));
    }

    [Fact]
    public async Task A_form_is_read_as_far_as_its_limit()
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Pictures.File()), "photo", "a.jpg" },
            { new StreamContent(new Endless(PhotoIntake.FormBytes)), "photo", "b.jpg" },
            { new ByteArrayContent(Pictures.File()), "photo", "c.jpg" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, Calls.Analyze) { Content = form };
        request.Headers.TransferEncodingChunked = true; // a stated length would be refused at once

        var all = await (await _client.SendAsync(request)).ReadingAsync();

        Assert.True(all[0].TryGetProperty("reading", out _));
        Assert.Equal("b.jpg", all[1].GetProperty("photo").GetString());
        Assert.Equal("urn:drape:photo:too-many-bytes", all[1].GetProperty("problem").GetProperty("type").GetString());
        Assert.Equal("urn:drape:request:too-large", all[2].GetProperty("problem").GetProperty("type").GetString());
        Assert.Equal(3, all.GetArrayLength());
    }

    [Fact]
    public async Task One_address_cannot_take_the_memory_of_all_by_sending_slowly()
    {
        var allowance = app.Services.GetRequiredService<ByteAllowance>();
        var senders = app.Services.GetRequiredService<SenderGate>();
        int most = new ReadingOptions().PerAddress;
        var sockets = Enumerable.Range(0, most).Select(_ => new TcpClient()).ToArray();
        try
        {
            foreach (var socket in sockets)
            {
                await socket.ConnectAsync(_client.BaseAddress!.Host, _client.BaseAddress.Port);
                await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST {Calls.Analyze} HTTP/1.1\r\n"
                    + "Host: drape\r\nContent-Type: image/jpeg\r\nContent-Length: 100000\r\n\r\nx"));
            }

            await UntilAsync(() => senders.Occupied == most && allowance.Taken >= most);
            Assert.InRange(allowance.Taken, most, most * 8 * 1024);

            var answer = await _client.PostRawAsync("image/jpeg", Pictures.File());
            await answer.ProblemAsync(HttpStatusCode.TooManyRequests, "urn:drape:request:busy");
            Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        }
        finally
        {
            Array.ForEach(sockets, s => s.Dispose());
        }

        await UntilAsync(() => senders.Occupied == 0);
        await (await _client.PostRawAsync("image/jpeg", Pictures.File())).ReadingAsync();
    }

    [Fact]
    public async Task A_client_that_goes_away_gives_up_its_place()
    {
        var gate = app.Services.GetRequiredService<AnalysisGate>();
        using var busy = new ManualResetEventSlim();
        var running = gate.RunAsync(() => busy.Wait(TimeSpan.FromSeconds(30)), CancellationToken.None);
        using var away = new CancellationTokenSource();
        var content = new ByteArrayContent(Pictures.File());
        content.Headers.ContentType = new("image/jpeg");
        var sending = _client.PostAsync(Calls.Analyze, content, away.Token);
        await UntilAsync(() => gate.Occupied == 2);

        await away.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await UntilAsync(() => gate.Occupied == 1);
        await UntilAsync(() => app.Services.GetRequiredService<ByteAllowance>().Taken == 0);
        busy.Set();
        await running;
    }

    [Fact]
    public async Task A_client_that_goes_away_while_sending_leaves_nothing_taken()
    {
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(_client.BaseAddress!.Host, _client.BaseAddress.Port);
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST {Calls.Analyze} HTTP/1.1\r\nHost: drape\r\n"
                + "Content-Type: image/jpeg\r\nContent-Length: 100000\r\n\r\nonly this"));
            await UntilAsync(() => app.Services.GetRequiredService<ByteAllowance>().Taken > 0);
        }

        await UntilAsync(() => app.Services.GetRequiredService<ByteAllowance>().Taken == 0);
    }

    static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!isSo())
        {
            await Task.Delay(10, patience.Token);
        }
    }

    /// <summary>A body whose length nobody states.</summary>
    sealed class Endless(long length) : Stream
    {
        long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int given = (int)Math.Min(count, _left);
            _left -= given;
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
