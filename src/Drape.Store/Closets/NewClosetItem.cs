using Drape.Colours;
using Drape.Store.Blobs;

namespace Drape.Store.Closets;

/// <summary>A piece on its way into a closet.</summary>
public sealed record NewClosetItem
{
    /// <summary>The garment without what was around it.</summary>
    public required BlobKey Picture { get; init; }

    /// <summary>The photo that it was cut out of; null if that is not kept.</summary>
    public BlobKey? Photo { get; init; }

    /// <summary>What is said of it.</summary>
    public required ClosetDetails Details
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Its measured colours, the largest share first.</summary>
    public IReadOnlyList<NamedColour> Colours { get; init; } = [];

    /// <summary>What the networks said.</summary>
    public required Garment Reading
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The network that made the embedding.</summary>
    public required string Network
    {
        get;
        init => field = !string.IsNullOrEmpty(value) ? value : throw new ArgumentException("The embedding's network has no name.");
    }

    /// <summary>What it looks like, of unit length.</summary>
    public required Half[] Embedding
    {
        get;
        init => field = value is { Length: > 0 } ? value : throw new ArgumentException("The embedding is empty.");
    }

    /// <summary>The piece of the same closet that it may be; null if there is none.</summary>
    public long? LooksLike { get; init; }
}
