using System.Net;
using System.Net.Sockets;

namespace Drape.Cli.Tests.Program;

/// <summary>The real program as a server on this machine.</summary>
sealed class ServingDrape : IDisposable
{
    /// <summary>Starts it.</summary>
    /// <param name="home">Its home.</param>
    public ServingDrape(string home)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        Process = DrapeProcess.Start(["serve", "--urls", Address.OriginalString, "--home", home]);
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Address };
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The program.</summary>
    public DrapeProcess Process { get; }

    /// <summary>Asks it.</summary>
    public HttpClient Client { get; }

    /// <summary>Waits until it answers a question with 200; false if it ended before.</summary>
    public async Task<bool> AnswersAsync(string question)
    {
        while (!Process.HasEnded)
        {
            try
            {
                if ((await Client.GetAsync(question)).StatusCode == HttpStatusCode.OK)
                {
                    return true;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(50);
        }

        return false;
    }

    public void Dispose()
    {
        Client.Dispose();
        Process.Dispose();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
