using System.Text;

namespace Drape.Cli.Terminal;

/// <summary>Where a command writes: answers to <see cref="Out"/>, everything else to <see cref="Error"/>.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Colours">How many colours standard output shows.</param>
/// <param name="ErrorIsTerminal">Whether a person watches standard error.</param>
sealed record Output(TextWriter Out, TextWriter Error, ColourDepth Colours, bool ErrorIsTerminal) : IDisposable
{
    const int UsualWidth = 100, LeastWidth = 60;

    /// <summary>Cells of a line of standard output, for texts that are wrapped.</summary>
    public int Width { get; init; } = UsualWidth;

    /// <summary>The process's own streams, in UTF-8 whatever the locale.</summary>
    public static Output OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = utf8; // the console decodes what the streams below write
        }

        return new Output(
            new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true },
            new StreamWriter(new ForgivingStream(Console.OpenStandardError), utf8) { AutoFlush = true },
            Console.IsOutputRedirected ? ColourDepth.None : TerminalColours.Detect(Environment.GetEnvironmentVariable),
            !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb")
        {
            Width = Console.IsOutputRedirected ? UsualWidth : WidthOfTerminal(),
        };
    }

    static int WidthOfTerminal()
    {
        try
        {
            return Console.WindowWidth > 0 ? Math.Max(Console.WindowWidth, LeastWidth) : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth; // what is no terminal after all
        }
    }

    public void Dispose()
    {
        Out.Dispose();
        Error.Dispose();
    }
}
