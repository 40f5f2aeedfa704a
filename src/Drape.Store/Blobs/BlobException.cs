namespace Drape.Store.Blobs;

/// <summary>Why pictures cannot be kept or read.</summary>
public enum BlobError
{
    /// <summary>The settings name nothing that can be used.</summary>
    WrongSettings,

    /// <summary>The storage cannot be reached, is full, or failed; trying later may help.</summary>
    Unavailable,

    /// <summary>The storage is there and does not allow it.</summary>
    Refused,

    /// <summary>What is stored is no longer what was put; putting it again repairs it.</summary>
    Damaged,
}

/// <summary>Pictures cannot be kept or read. The message is one sentence for the person who runs Drape.</summary>
public sealed class BlobException(BlobError error, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The kind of error, for programs.</summary>
    public BlobError Error { get; } = error;
}
