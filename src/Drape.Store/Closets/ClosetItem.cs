using Drape.Colours;
using Drape.Store.Blobs;

namespace Drape.Store.Closets;

/// <summary>A piece in somebody's closet. All times are in UTC.</summary>
public sealed record ClosetItem
{
    /// <summary>Its number; a piece that came later has a higher one.</summary>
    public required long Id { get; init; }

    /// <summary>The garment without what was around it.</summary>
    public required BlobKey Picture { get; init; }

    /// <summary>The photo that it was cut out of; null if that is not kept.</summary>
    public BlobKey? Photo { get; init; }

    /// <summary>What is said of it.</summary>
    public required ClosetDetails Details { get; init; }

    /// <summary>Its measured colours, the largest share first.</summary>
    public IReadOnlyList<NamedColour> Colours { get; init; } = [];

    /// <summary>What the networks said when it came.</summary>
    public required Garment Reading { get; init; }

    /// <summary>What was said of it before the last change; null if it was never changed.</summary>
    public ClosetDetails? Previous { get; init; }

    /// <summary>The piece of the same closet that it may be, until its owner has said; null if there is none.</summary>
    public long? LooksLike { get; init; }

    /// <summary>On how many days it was worn.</summary>
    public int Wears { get; init; }

    /// <summary>The last of these days; null if it was never worn.</summary>
    public DateOnly? LastWorn { get; init; }

    /// <summary>When it came into the closet.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When something of it was last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When it was put into the bin; null while it is in the closet.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The day since which its owner has it, as far as Drape knows.</summary>
    public DateOnly Since => Details.BoughtOn ?? DateOnly.FromDateTime(CreatedAt.UtcDateTime);
}
