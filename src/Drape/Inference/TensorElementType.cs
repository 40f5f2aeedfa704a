namespace Drape.Inference;

/// <summary>The element types of tensors that Drape's networks use, with ONNX's numbers.</summary>
public enum TensorElementType
{
    /// <summary>Not a tensor, or of a type not listed here.</summary>
    Undefined = 0,

    /// <summary>32-bit float.</summary>
    Float = 1,

    /// <summary>Unsigned 8-bit integer.</summary>
    UInt8 = 2,

    /// <summary>Signed 8-bit integer.</summary>
    Int8 = 3,

    /// <summary>Signed 32-bit integer.</summary>
    Int32 = 6,

    /// <summary>Signed 64-bit integer.</summary>
    Int64 = 7,
}
