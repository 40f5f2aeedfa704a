namespace Drape.Store.Tests.Blobs.StandIn;

/// <summary>An object in the stand-in's bucket.</summary>
sealed record StoredObject(byte[] Content, string? ContentType)
{
    /// <summary>When it was written.</summary>
    public DateTimeOffset WrittenAt { get; init; } = DateTimeOffset.UtcNow;
}
