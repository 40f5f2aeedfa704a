namespace Drape.Inference;

/// <summary>What an input or output of a network looks like.</summary>
/// <param name="ElementDataType">Type of each value.</param>
/// <param name="Dimensions">Size along each axis; -1 where the caller decides, such as the batch.</param>
public sealed record NodeMetadata(TensorElementType ElementDataType, IReadOnlyList<long> Dimensions);
