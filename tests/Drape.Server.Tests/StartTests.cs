using System.Net;
using System.Net.Sockets;
using Drape.Server.Hosting;
using Drape.Store;

namespace Drape.Server.Tests;

/// <summary>How the server starts and stops, as the command line calls it.</summary>
[Collection(Alone)]
public sealed class StartTests : IDisposable
{
    // Standard error is one for all tests, so these run while no other does.
    const string Alone = "Standard error";

    readonly string _home = Directory.CreateTempSubdirectory("drape-home-").FullName;

    [Fact]
    public async Task It_serves_until_it_is_asked_to_stop_and_ends_with_0()
    {
        string url = $"http://127.0.0.1:{FreePort()}";
        using var stop = new CancellationTokenSource();
        var serving = SaidAsync(new ServeOptions { Urls = url }, stop.Token);
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        while (!serving.IsCompleted && !await IsReadyAsync(client))
        {
            await Task.Delay(20);
        }

        Assert.Equal(HttpStatusCode.OK, (await client.PostPhotosAsync(("a.jpg", Pictures.File()))).StatusCode);
        await stop.CancelAsync();

        var (code, said) = await serving;
        Assert.Equal(0, code);
        Assert.Contains($"The folder for what is kept is {_home}", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_ends_it_with_3_and_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (code, said) = await SaidAsync(new ServeOptions { Urls = $"http://{other.LocalEndpoint}" });

        Assert.Equal(3, code);
        // Beside it the log may tell that the networks are ready.
        Assert.Single(said.Split('\n'), line => line.StartsWith("Drape cannot listen: ", StringComparison.Ordinal));
        Assert.DoesNotContain("Exception", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_listens_everywhere_and_does_not_say_which_address_people_type_is_warned()
    {
        // The port is taken, so that this test does not serve anybody.
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (_, said) = await SaidAsync(new ServeOptions { Urls = $"http://0.0.0.0:{port}" });

        Assert.Contains($"will lead to http://{Environment.MachineName}:{port}", said, StringComparison.Ordinal);
        Assert.Contains("Site:Url", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "no address")]
    [InlineData("ftp://127.0.0.1", "no http URL")]
    [InlineData("http://127.0.0.1:99999", "up to 65535")]
    [InlineData("http://127.0.0.1:0/drape", "no path")]
    [InlineData("https://127.0.0.1:5443", "reverse proxy")]
    [InlineData("http://127.0.0.1:0;https://127.0.0.1:0", "reverse proxy")]
    public async Task A_wrong_address_ends_it_with_2_and_one_sentence(string urls, string reason)
    {
        var (code, said) = await SaidAsync(new ServeOptions { Urls = urls });

        Assert.Equal(2, code);
        Assert.StartsWith("Drape cannot listen on ", said, StringComparison.Ordinal);
        Assert.Contains(reason, said, StringComparison.Ordinal);
        Assert.Single(said.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_home_that_cannot_be_made_ends_it_with_2_and_one_sentence()
    {
        string file = Path.GetTempFileName();
        try
        {
            var (code, said) = await SaidAsync(
                new ServeOptions { Urls = "http://127.0.0.1:0", Home = Path.Combine(file, "home") });

            Assert.Equal(2, code);
            Assert.StartsWith($"Drape cannot keep anything in {file}", said, StringComparison.Ordinal);
            Assert.Single(said.TrimEnd().Split('\n'));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("""{ "Blobs": { "Fodler": "x" } }""", "has the setting 'Blobs:Fodler', which there is not: 'Blobs:Folder' is probably meant.")]
    [InlineData("{ Blobs", "is no JSON: ")]
    public async Task A_wrong_setting_ends_it_with_2_and_one_sentence(string settings, string reason)
    {
        await File.WriteAllTextAsync(Path.Combine(_home, "drape.json"), settings);

        var (code, said) = await SaidAsync(new ServeOptions { Urls = "http://127.0.0.1:0" });

        Assert.Equal(2, code);
        Assert.StartsWith($"Drape cannot start: {Path.Combine(_home, "drape.json")} ", said, StringComparison.Ordinal);
        Assert.Contains(reason, said, StringComparison.Ordinal);
        Assert.Single(said.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_home_is_made_and_left_empty()
    {
        string home = Path.Combine(Path.GetTempPath(), $"drape-{Guid.NewGuid():N}", "home");
        try
        {
            Assert.Null(HomeFolder.Prepare(home));
            Assert.Empty(Directory.EnumerateFileSystemEntries(home));
            Assert.Null(HomeFolder.Prepare(home));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(home)!, recursive: true);
        }
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);

    /// <summary>The exit code and what was written to standard error.</summary>
    async Task<(int Code, string Said)> SaidAsync(ServeOptions options, CancellationToken stop = default)
    {
        var usual = Console.Error;
        var said = new StringWriter(); // not disposed: a log may still hold it
        Console.SetError(TextWriter.Synchronized(said));
        try
        {
            return (await DrapeServer.RunAsync(options with { Home = options.Home ?? _home }, stop), said.ToString());
        }
        finally
        {
            Console.SetError(usual);
        }
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

    /// <summary>Keeps these tests apart from all others.</summary>
    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class Apart;
}
