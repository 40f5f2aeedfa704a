namespace Drape.Cli.Tests.Program;

public sealed class DoctorProgramTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_doctor_finds_nothing_wrong_with_a_sound_build()
    {
        var end = await DrapeProcess.RunAsync("doctor", "--home", _folder["home"]);

        Assert.Equal((0, ""), (end.Code, end.Error));
        Assert.DoesNotContain("failed", end.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["home"]));
    }

    [Fact]
    public async Task The_doctor_opens_the_database_and_the_pictures_that_are_kept()
    {
        await DrapeProcess.RunAsync("catalogs", "--home", _folder["home"]);

        var sound = await DrapeProcess.RunAsync("doctor", "--home", _folder["home"]);
        _folder.Write("home/drape.db", new string('x', 4096));
        var broken = await DrapeProcess.RunAsync("doctor", "--home", _folder["home"]);

        Assert.Equal(0, sound.Code);
        Assert.Contains($"  ok       database   {_folder["home", "drape.db"]} can be opened", sound.Out, StringComparison.Ordinal);
        Assert.Contains("  ok       kept       pictures can be kept and read", sound.Out, StringComparison.Ordinal);
        Assert.Equal(1, broken.Code);
        Assert.Contains("  failed   database   ", broken.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_asks_a_server_whether_it_lives()
    {
        using var server = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        server.Start();
        string address = $"http://{server.LocalEndpoint}";
        var asked = DrapeProcess.RunAsync("doctor", "--live", address);
        using (var client = await server.AcceptTcpClientAsync().WaitAsync(TimeSpan.FromSeconds(30)))
        {
            var stream = client.GetStream();
            await stream.ReadAtLeastAsync(new byte[1024], 1);
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
            await asked;
        }

        server.Stop();
        var afterwards = await DrapeProcess.RunAsync("doctor", "--live", address);

        var alive = await asked;
        Assert.Equal((0, $"  ok       server     {address} lives"), (alive.Code, alive.Out.TrimEnd()));
        Assert.Equal(1, afterwards.Code);
        Assert.Contains("does not answer", afterwards.Out, StringComparison.Ordinal);
    }
}
