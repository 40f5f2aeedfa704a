using System.CommandLine;
using Drape.Cli.CommandLine;
using Drape.Server.Hosting;
using Drape.Store;

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

    /// <summary>Opens what is kept in the folder that was given, or in the one that is used otherwise.</summary>
    /// <inheritdoc cref="KeptConfiguration.OpenAsync(string, CancellationToken)"/>
    public static Task<DrapeStore> OpenAsync(string? home, CancellationToken cancellation) =>
        KeptConfiguration.OpenAsync(HomeFolder.Locate(home), cancellation);
}
