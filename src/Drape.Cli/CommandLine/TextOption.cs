using System.CommandLine;

namespace Drape.Cli.CommandLine;

/// <summary>Options that take a text: an empty one, which is a variable of a script that was not set, is refused.</summary>
static class TextOption
{
    /// <summary>An option that takes a text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="help">What stands for the text in the help: "FILE.yaml".</param>
    /// <param name="wanted">What the text names: "a file".</param>
    public static Option<string?> Create(string name, string description, string help, string wanted)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = help };
        Misuse.RefuseEmpty(option, wanted);
        return option;
    }
}
