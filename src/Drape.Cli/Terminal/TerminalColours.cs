namespace Drape.Cli.Terminal;

/// <summary>How many colours a terminal shows.</summary>
enum ColourDepth
{
    /// <summary>None: a file, a pipe, a log.</summary>
    None,

    /// <summary>The 256 of xterm.</summary>
    Indexed,

    /// <summary>All of sRGB.</summary>
    True,
}

/// <summary>Tells from the environment what the terminal can show.</summary>
static class TerminalColours
{
    public static ColourDepth Detect(Func<string, string?> variable)
    {
        string terminal = variable("TERM") ?? "";
        if (variable("NO_COLOR") is { Length: > 0 } || terminal == "dumb")
        {
            return ColourDepth.None;
        }

        bool every = variable("COLORTERM") is "truecolor" or "24bit"
            || variable("WT_SESSION") is not null
            || terminal.EndsWith("-direct", StringComparison.Ordinal)
            || OperatingSystem.IsWindows();
        return every ? ColourDepth.True : terminal.Length > 0 ? ColourDepth.Indexed : ColourDepth.None;
    }
}
