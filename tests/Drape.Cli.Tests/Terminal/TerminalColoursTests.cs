using Drape.Cli.Terminal;

namespace Drape.Cli.Tests.Terminal;

public class TerminalColoursTests
{
    [Theory]
    [InlineData("True", "TERM=xterm-256color", "COLORTERM=truecolor")]
    [InlineData("True", "TERM=xterm-direct")]
    [InlineData("Indexed", "TERM=xterm-256color")]
    [InlineData("None", "TERM=dumb", "COLORTERM=truecolor")]
    [InlineData("None", "TERM=xterm-256color", "COLORTERM=truecolor", "NO_COLOR=1")]
    [InlineData("None")]
    public void The_environment_tells_what_the_terminal_shows(string depth, params string[] variables)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // every console there shows all colours
        }

        var environment = variables.Select(v => v.Split('=')).ToDictionary(v => v[0], v => v[1]);

        Assert.Equal(depth, TerminalColours.Detect(environment.GetValueOrDefault).ToString());
    }
}
