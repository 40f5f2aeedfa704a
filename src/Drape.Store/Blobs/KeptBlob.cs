namespace Drape.Store.Blobs;

/// <summary>A content as the store lists it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="KeptAt">When it was last written; in a folder, when it was last put.</param>
public readonly record struct KeptBlob(BlobKey Key, long Bytes, DateTimeOffset KeptAt);
