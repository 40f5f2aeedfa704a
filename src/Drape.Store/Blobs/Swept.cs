namespace Drape.Store.Blobs;

/// <summary>What a sweep found.</summary>
/// <param name="Deleted">What nothing needs any more; it is deleted, unless it was only to be counted.</param>
/// <param name="Recent">What nothing needs and was kept so recently that somebody may be about to; it stays.</param>
/// <param name="Needed">What something needs.</param>
public readonly record struct Swept(BlobSum Deleted, BlobSum Recent, BlobSum Needed);
