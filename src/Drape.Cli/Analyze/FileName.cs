namespace Drape.Cli.Analyze;

/// <summary>Tells why a path may lead nowhere although something is there.</summary>
static class FileName
{
    /// <summary>What .NET puts where a name's bytes are no UTF-8; the file cannot be opened by that name.</summary>
    const char Unreadable = '\uFFFD';

    /// <summary>What to say of a path that leads nowhere.</summary>
    /// <param name="path">The path.</param>
    /// <param name="usual">What is said where nothing is wrong with the name.</param>
    public static string Explain(string path, string usual) => path.Contains(Unreadable)
        ? "Its name, or that of a folder it is in, is not valid UTF-8, so it cannot be opened. Rename it." : usual;
}
