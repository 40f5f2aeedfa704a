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

        using var server = new ServingDrape(_folder["home"]);

        bool lives = await server.AnswersAsync("/health/live");
        server.Process.Interrupt();
        var end = await server.Process.EndAsync();

        Assert.True(lives, end.Error);
        Assert.Equal(0, end.Code);
        Assert.Contains($"Drape listens on {server.Address.OriginalString}", end.Out, StringComparison.Ordinal);
    }
}
