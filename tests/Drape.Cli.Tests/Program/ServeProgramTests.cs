using System.Net;
using System.Net.Sockets;

namespace Drape.Cli.Tests.Program;

public sealed class ServeProgramTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serve_answers_until_it_is_interrupted_and_ends_with_0()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // nothing there sends a Ctrl-C to one process
        }

        string address = $"http://127.0.0.1:{FreePort()}";
        using var server = DrapeProcess.Start(["serve", "--urls", address, "--home", _folder["home"]]);

        bool lives = await AnswersAsync(new Uri(address + "/health/live"), server);
        server.Interrupt();
        var end = await server.EndAsync();

        Assert.True(lives, end.Error);
        Assert.Equal(0, end.Code);
        Assert.Contains($"Drape listens on {address}", end.Out, StringComparison.Ordinal);
    }

    static async Task<bool> AnswersAsync(Uri question, DrapeProcess server)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        while (!server.HasEnded)
        {
            try
            {
                return (await client.GetAsync(question)).StatusCode == HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50); // it does not listen yet
            }
        }

        return false;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
