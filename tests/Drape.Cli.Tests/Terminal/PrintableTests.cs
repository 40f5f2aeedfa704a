using Drape.Cli.Terminal;

namespace Drape.Cli.Tests.Terminal;

public class PrintableTests
{
    [Theory]
    [InlineData("a\u001b[2J.jpg", @"a\u001b[2J.jpg")]
    [InlineData("a\r\n\u009bb", @"a\u000d\u000a\u009bb")]
    [InlineData("a\u202egpj.exe", @"a\u202egpj.exe")]
    [InlineData("셔츠 é 👕.jpg", "셔츠 é 👕.jpg")]
    public void What_a_terminal_would_obey_is_written_out(string name, string shown) =>
        Assert.Equal(shown, Printable.Text(name));
}
