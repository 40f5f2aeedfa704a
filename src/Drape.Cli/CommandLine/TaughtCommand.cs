using System.CommandLine;

namespace Drape.Cli.CommandLine;

/// <summary>A command whose help ends with examples and notes.</summary>
sealed class TaughtCommand(string name, string description, string lessons) : Command(name, description)
{
    /// <summary>What its help says after the options.</summary>
    public string Lessons { get; } = lessons;
}
