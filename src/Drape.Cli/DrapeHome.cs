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

    /// <summary>The folder: as given, else DRAPE_HOME, else the user's data folder.</summary>
    public static string Locate(string? given) => Locate(given, Environment.GetEnvironmentVariable("DRAPE_HOME"));

    internal static string Locate(string? given, string? variable)
    {
        string? named = given ?? (variable is { Length: > 0 } ? variable : null);
        return Path.GetFullPath(named ?? Path.Combine(Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "drape"));
    }
}
