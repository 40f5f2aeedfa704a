namespace Drape.Store.Blobs;

/// <summary>How much is kept.</summary>
/// <param name="Count">Contents.</param>
/// <param name="Bytes">All their bytes.</param>
public readonly record struct BlobSum(long Count, long Bytes);
