namespace Drape.Cli.Tests.Program;

public class HelpProgramTests
{
    [Theory]
    [InlineData("analyze")]
    [InlineData("import")]
    [InlineData("search")]
    [InlineData("catalogs", "retire")]
    [InlineData("index", "rebuild")]
    [InlineData("eval", "closet")]
    [InlineData("models", "verify")]
    [InlineData("doctor")]
    [InlineData("sweep")]
    [InlineData("corrections")]
    [InlineData("serve")]
    public async Task Help_teaches_every_command(params string[] command)
    {
        var end = await DrapeProcess.RunAsync([.. command, "--help"]);

        Assert.Equal((0, ""), (end.Code, end.Error));
        Assert.Contains($"drape {string.Join(' ', command)}", end.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drape_alone_shows_its_commands()
    {
        var end = await DrapeProcess.RunAsync();

        Assert.Equal((0, ""), (end.Code, end.Error));
        Assert.All((string[])["analyze", "import", "search", "catalogs", "index", "eval", "models", "doctor", "sweep", "serve"],
            command => Assert.Contains($"\n  {command} ", end.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_version_is_that_of_the_build()
    {
        var end = await DrapeProcess.RunAsync("--version");

        Assert.Equal(0, end.Code);
        string version = typeof(PhotoReading).Assembly.GetName().Version!.ToString(3);
        Assert.StartsWith(version, end.Out, StringComparison.Ordinal);
    }
}
