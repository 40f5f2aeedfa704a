using System.Net;
using System.Net.Sockets;

namespace Drape.Server.Tests;

/// <summary>How the server starts and stops, as the command line calls it.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task It_serves_until_it_is_asked_to_stop_and_ends_with_0()
    {
        string url = $"http://127.0.0.1:{FreePort()}";
        using var stop = new CancellationTokenSource();
        var serving = DrapeServer.RunAsync(new ServeOptions { Urls = url }, stop.Token);
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        while (!serving.IsCompleted && !await IsReadyAsync(client))
        {
            await Task.Delay(20);
        }

        Assert.Equal(HttpStatusCode.OK, (await client.PostPhotosAsync(("a.jpg", Pictures.File()))).StatusCode);
        await stop.CancelAsync();

        Assert.Equal(0, await serving);
    }

    [Fact]
    public async Task A_taken_port_ends_it_with_3()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        int code = await DrapeServer.RunAsync(new ServeOptions { Urls = $"http://{other.LocalEndpoint}" }, default);

        Assert.Equal(3, code);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("ftp://127.0.0.1")]
    public async Task A_wrong_address_ends_it_with_2(string url)
    {
        Assert.Equal(2, await DrapeServer.RunAsync(new ServeOptions { Urls = url }, default));
    }

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/health/ready")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // not listening yet
        }
    }
}
