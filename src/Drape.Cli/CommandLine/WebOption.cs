using System.CommandLine;

namespace Drape.Cli.CommandLine;

/// <summary>The option of commands that fetch what others name.</summary>
static class WebOption
{
    /// <summary>Whether URLs may lead into the own network.</summary>
    public static Option<bool> AllowPrivate() => new("--allow-private")
    {
        Description = "Fetch URLs that lead to addresses of the own network, too.",
    };
}
