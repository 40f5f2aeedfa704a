namespace Drape.Cli.CommandLine;

/// <summary>The command cannot work with what it was given; the message says what would be right.</summary>
sealed class WrongUseException(string message, Exception? inner = null) : Exception(message, inner);
