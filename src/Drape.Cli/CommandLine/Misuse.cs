using System.CommandLine;
using System.CommandLine.Parsing;
using Drape.Cli.Terminal;
using Drape.Server.Hosting;

namespace Drape.Cli.CommandLine;

/// <summary>Says what was wrong with a command line and what was probably meant.</summary>
static class Misuse
{
    public static int Report(ParseResult parsed, TextWriter error)
    {
        var command = parsed.CommandResult.Command;
        string name = FullName(parsed.CommandResult);
        string? stray = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;
        if (stray is not null && !stray.StartsWith('-') && command.Subcommands.Count > 0)
        {
            error.WriteLine($"drape: There is no command '{name} {Printable.Text(stray)}'."
                + DidYouMean(stray, command.Subcommands.Select(c => c.Name), name + " "));
        }
        else if (stray is not null && stray.StartsWith('-'))
        {
            error.WriteLine("drape: " + Printable.Text(UnknownOption(stray, parsed.CommandResult)));
        }
        else if (command.Subcommands.Count > 0 && command.Action is null)
        {
            string parts = string.Join(", ", command.Subcommands.Select(c => c.Name));
            error.WriteLine($"drape: {name} needs one of these: {parts}.");
        }
        else if (command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0) is { } argument
            && parsed.GetResult(argument) is null or { Tokens.Count: 0 })
        {
            error.WriteLine($"drape: {name} needs {argument.HelpName ?? argument.Name}.");
        }
        else
        {
            foreach (var mistake in parsed.Errors.DistinctBy(e => e.Message))
            {
                // The parser puts allowed values on lines of their own; here a mistake is one line.
                error.WriteLine("drape: " + Printable.Text(string.Join(' ', mistake.Message.Split(
                    ['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries))));
            }
        }

        error.WriteLine($"'{name} --help' shows how it is used.");
        return ExitCode.WrongUse;
    }

    /// <summary>The sentence about an option that a command does not have.</summary>
    static string UnknownOption(string given, CommandResult result)
    {
        var known = new List<string>();
        for (SymbolResult? at = result; at is CommandResult level; at = at.Parent)
        {
            known.AddRange(level.Command.Options.Select(o => o.Name));
        }

        return $"{FullName(result)} has no option '{given}'." + DidYouMean(given.Split('=')[0], known, "");
    }

    /// <summary>Has an argument refuse what was meant as an option, unless a file is called so.</summary>
    public static void RefuseOptions(Argument argument) => argument.Validators.Add(result =>
    {
        foreach (string given in result.Tokens.Select(t => t.Value))
        {
            if (given.Length > 1 && given[0] == '-' && !File.Exists(given))
            {
                result.AddError(UnknownOption(given, (CommandResult)result.Parent!));
            }
        }
    });

    /// <summary>Has an option refuse an empty value, which is a variable of a script that was not set.</summary>
    public static void RefuseEmpty(Option<string?> option, string wanted) => option.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: "" }])
        {
            result.AddError($"{option.Name} takes the name of {wanted}, not an empty one.");
        }
    });

    static string DidYouMean(string given, IEnumerable<string> names, string before) =>
        NearestName.Of(given, names) is { } nearest ? $" Did you mean '{before}{nearest}'?" : "";

    static string FullName(CommandResult result)
    {
        string own = result.Parent is null ? "drape" : result.Command.Name;
        return result.Parent is CommandResult parent ? $"{FullName(parent)} {own}" : own;
    }
}
