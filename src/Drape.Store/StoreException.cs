namespace Drape.Store;

/// <summary>What is kept cannot be read or written; the message is one sentence that says why and what to do.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
