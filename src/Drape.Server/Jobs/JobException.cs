namespace Drape.Server.Jobs;

/// <summary>A job cannot be done, however often it is tried; the message is one sentence that says why.</summary>
sealed class JobException(string message, Exception? inner = null) : Exception(message, inner);
