using System.CommandLine;
using Drape.Cli.CommandLine;

namespace Drape.Cli;

/// <summary>The one folder under which Drape keeps what it keeps.</summary>
static class DrapeHome
{
    /// <summary>The option of every command that keeps or reads something.</summary>
    public static Option<string?> Option()
    {
        var home = new Option<string?>("--home")
        {
            Description = "The folder for all that is kept (or set DRAPE_HOME).",
            HelpName = "DIR",
        };
        Misuse.RefuseEmpty(home, "a folder");
        return home;
    }
}
