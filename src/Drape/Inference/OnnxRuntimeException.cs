namespace Drape.Inference;

/// <summary>ONNX Runtime refused a network or an input.</summary>
/// <param name="code">Its error code.</param>
/// <param name="message">Its words.</param>
public sealed class OnnxRuntimeException(int code, string message) : Exception($"ONNX Runtime: {message}")
{
    /// <summary>ONNX Runtime's error code, such as 2 for an invalid argument or 7 for an invalid protobuf.</summary>
    public int Code { get; } = code;
}
