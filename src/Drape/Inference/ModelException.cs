namespace Drape.Inference;

/// <summary>A network cannot be used: its file, its manifest entry or the two together are wrong.</summary>
public sealed class ModelException(string message, Exception? inner = null) : Exception(message, inner);
