using Drape.Store.Closets;

namespace Drape.Store.Calendar;

/// <summary>An outfit of a day as it is kept. All times are in UTC.</summary>
public sealed record Outfit
{
    /// <summary>Its number; an outfit that came later has a higher one.</summary>
    public required long Id { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Its pieces that are in the closet, in the order they are shown.</summary>
    public required IReadOnlyList<ClosetItem> Pieces { get; init; }

    /// <summary>The numbers of all its pieces, also of those in the bin, which come back with them.</summary>
    public required IReadOnlyList<long> PieceIds { get; init; }

    /// <summary>What is to be remembered of it.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it was worn; until then it is planned.</summary>
    public required bool Worn { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>What was said of it, to be changed.</summary>
    /// <exception cref="ArgumentException">None of its pieces is left.</exception>
    public OutfitDetails Details => new() { Day = Day, Pieces = PieceIds, Note = Note, Worn = Worn };
}
