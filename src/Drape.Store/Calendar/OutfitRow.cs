using Drape.Store.Closets;

namespace Drape.Store.Calendar;

/// <summary>A row of the table outfit, as it is read.</summary>
sealed class OutfitRow
{
    /// <summary>Reads rows; a condition follows.</summary>
    public const string Select = """
        select o.id as Id, o.day as Day, o.note as Note, o.worn as Worn, o.created_at as CreatedAt, o.changed_at as ChangedAt
        from outfit o
        """;

    public long Id { get; init; }

    public string Day { get; init; } = "";

    public string? Note { get; init; }

    public bool Worn { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public Outfit ToOutfit(IReadOnlyList<long> pieces, IReadOnlyDictionary<long, ClosetItem> closet) => new()
    {
        Id = Id,
        Day = Days.Parse(Day),
        PieceIds = pieces,
        Pieces = [.. pieces.Where(closet.ContainsKey).Select(piece => closet[piece])],
        Note = Note,
        Worn = Worn,
        CreatedAt = CreatedAt,
        ChangedAt = ChangedAt,
    };
}
