namespace Drape.Store.Blobs;

/// <summary>How much it is.</summary>
/// <param name="Count">Contents.</param>
/// <param name="Bytes">All their bytes.</param>
public readonly record struct BlobSum(long Count, long Bytes)
{
    /// <summary>The same and one content more.</summary>
    internal BlobSum With(KeptBlob blob) => new(Count + 1, Bytes + blob.Bytes);
}
