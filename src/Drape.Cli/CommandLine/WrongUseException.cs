namespace Drape.Cli.CommandLine;

/// <summary>The command was given something it cannot work with; the message says what and what would be right.</summary>
sealed class WrongUseException(string message, Exception? inner = null) : Exception(message, inner);
