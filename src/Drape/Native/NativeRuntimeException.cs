namespace Drape.Native;

/// <summary>A native library is missing, damaged or made for another platform; the message says what to do.</summary>
public sealed class NativeRuntimeException(string message, Exception? inner = null) : Exception(message, inner);
