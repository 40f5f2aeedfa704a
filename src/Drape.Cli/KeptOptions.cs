using System.CommandLine;

namespace Drape.Cli;

/// <summary>The options of every command that tells or changes what is kept: <c>--json</c> and <c>--home</c>.</summary>
static class KeptOptions
{
    /// <summary>Lets a command take them.</summary>
    public static (Option<string?> Home, Option<bool> Json) AddTo(Command command)
    {
        var home = DrapeHome.Option();
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        command.Options.Add(json);
        command.Options.Add(home);
        return (home, json);
    }
}
