using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Drape.Fetching;

namespace Drape.Tests.Fetching;

public sealed class PhotoFetcherTests
{
    static readonly FetchLimits Inside = new() { AllowPrivateAddresses = true, Time = TimeSpan.FromSeconds(5), Bytes = 1000 };

    [Fact]
    public async Task The_bytes_behind_a_url_come_back()
    {
        using var server = new LoopbackServer(_ => "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        using var fetcher = new PhotoFetcher(Inside);

        Assert.Equal("hello"u8.ToArray(), await fetcher.FetchAsync(server.Url + "a.jpg"));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("0")]
    public async Task This_machine_is_refused_by_default_however_it_is_written(string host)
    {
        int requests = 0;
        using var server = new LoopbackServer(_ =>
        {
            requests++;
            return "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        });
        using var fetcher = new PhotoFetcher();

        await Refused(fetcher, $"http://{host}:{server.Port}/", FetchError.ForbiddenAddress);
        Assert.Equal(0, requests);
    }

    [Fact]
    public async Task Redirects_are_followed()
    {
        using var server = new LoopbackServer(path => path switch
        {
            "/start" => "HTTP/1.1 302 Found\r\nLocation: /middle\r\nContent-Length: 0\r\n\r\n",
            "/middle" => "HTTP/1.1 307 Temporary Redirect\r\nLocation: end\r\nContent-Length: 0\r\n\r\n",
            _ => "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nend",
        });
        using var fetcher = new PhotoFetcher(Inside);

        Assert.Equal("end"u8.ToArray(), await fetcher.FetchAsync(server.Url + "start"));
    }

    [Fact]
    public async Task Six_redirects_are_too_many()
    {
        int requests = 0;
        using var server = new LoopbackServer(_ =>
            $"HTTP/1.1 302 Found\r\nLocation: /{++requests}\r\nContent-Length: 0\r\n\r\n");
        using var fetcher = new PhotoFetcher(Inside);

        await Refused(fetcher, server.Url, FetchError.TooManyRedirects);
        Assert.Equal(6, requests);
    }

    [Fact]
    public async Task A_redirect_from_a_public_to_a_private_address_is_refused_before_it_connects()
    {
        int reached = 0;
        using var inside = new LoopbackServer(_ =>
        {
            reached++;
            return "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret";
        });
        using var outside = new LoopbackServer(_ =>
            $"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2:{inside.Port}/latest/meta-data\r\nContent-Length: 0\r\n\r\n");
        // 127.0.0.1 plays the internet here, 127.0.0.2 the inside; the whole 127/8 is this machine.
        using var fetcher = new PhotoFetcher(FetchLimits.Default, address => address.Equals(IPAddress.Loopback));

        await Refused(fetcher, outside.Url, FetchError.ForbiddenAddress);
        Assert.Equal(0, reached);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/a.jpg")]
    [InlineData("gopher://example.org/")]
    public async Task A_redirect_away_from_the_web_is_refused(string target)
    {
        using var server = new LoopbackServer(_ => $"HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n");
        using var fetcher = new PhotoFetcher(Inside);

        await Refused(fetcher, server.Url, FetchError.NotAUrl);
    }

    [Theory]
    [InlineData("//[")]
    [InlineData("//")]
    [InlineData("http://[::1")]
    [InlineData("//a b:x/")]
    public async Task A_redirect_to_nonsense_is_refused(string target)
    {
        using var server = new LoopbackServer(_ => $"HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n");
        using var fetcher = new PhotoFetcher(Inside);

        await Assert.ThrowsAsync<FetchException>(() => fetcher.FetchAsync(server.Url));
    }

    [Theory]
    [InlineData("photo.jpg")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Only_web_addresses_are_urls(string url)
    {
        using var fetcher = new PhotoFetcher();

        await Refused(fetcher, url, FetchError.NotAUrl);
    }

    [Fact]
    public async Task An_announced_size_over_the_limit_is_refused()
    {
        using var server = new LoopbackServer(_ => "HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\n");
        using var fetcher = new PhotoFetcher(Inside);

        await Refused(fetcher, server.Url, FetchError.TooManyBytes);
    }

    [Fact]
    public async Task Content_that_outgrows_the_limit_unannounced_is_refused()
    {
        using var server = new LoopbackServer(_ => "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + new string('x', 2000));
        using var fetcher = new PhotoFetcher(Inside);

        await Refused(fetcher, server.Url, FetchError.TooManyBytes);
    }

    [Fact]
    public async Task An_error_status_is_passed_on_in_words()
    {
        using var server = new LoopbackServer(_ => "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        using var fetcher = new PhotoFetcher(Inside);

        var error = await Refused(fetcher, server.Url, FetchError.Refused);
        Assert.Contains("404", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_times_out()
    {
        using var server = new LoopbackServer(_ => null);
        using var fetcher = new PhotoFetcher(Inside with { Time = TimeSpan.FromMilliseconds(300) });

        await Refused(fetcher, server.Url, FetchError.TimedOut);
    }

    [Fact]
    public async Task A_closed_port_is_unreachable()
    {
        int port;
        using (var server = new LoopbackServer(_ => null))
        {
            port = server.Port;
        }

        using var fetcher = new PhotoFetcher(Inside);

        await Refused(fetcher, $"http://127.0.0.1:{port}/", FetchError.Unreachable);
    }

    [Fact]
    public async Task A_caller_who_cancels_is_not_told_of_a_timeout()
    {
        using var server = new LoopbackServer(_ => null);
        using var fetcher = new PhotoFetcher(Inside);
        using var cancellation = new CancellationTokenSource(100);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(server.Url, cancellation.Token));
    }

    static async Task<FetchException> Refused(PhotoFetcher fetcher, string url, FetchError expected)
    {
        var error = await Assert.ThrowsAsync<FetchException>(() => fetcher.FetchAsync(url));
        Assert.Equal(expected, error.Error);
        return error;
    }

    /// <summary>Answers each request with the bytes that a function gives for its path; null never answers.</summary>
    sealed class LoopbackServer : IDisposable
    {
        readonly TcpListener _listener = new(IPAddress.Any, 0);
        readonly CancellationTokenSource _stop = new();

        public LoopbackServer(Func<string, string?> answer)
        {
            _listener.Start();
            _ = AcceptAsync(answer);
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public string Url => $"http://127.0.0.1:{Port}/";

        async Task AcceptAsync(Func<string, string?> answer)
        {
            try
            {
                while (true)
                {
                    _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token), answer);
                }
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                Debug.Assert(_stop.IsCancellationRequested, "the listener only ends when the test does");
            }
        }

        async Task AnswerAsync(TcpClient client, Func<string, string?> answer)
        {
            using (client)
            {
                var stream = client.GetStream();
                byte[] request = new byte[4096];
                int length = await stream.ReadAsync(request);
                string path = Encoding.ASCII.GetString(request, 0, length).Split(' ').ElementAtOrDefault(1) ?? "/";
                if (answer(path) is { } text)
                {
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(text.Contains("Content-Length", StringComparison.Ordinal)
                        ? text.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal) : text));
                    return;
                }

                await Task.Delay(Timeout.Infinite, _stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }

        public void Dispose()
        {
            _stop.Cancel();
            _listener.Dispose();
            _stop.Dispose();
        }
    }
}
