namespace Drape.Server.Catalogs.Search;

/// <summary>What an index holds.</summary>
public sealed record IndexStatus
{
    /// <summary><c>memory</c> or <c>pgvector</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether it can be asked.</summary>
    public required bool Ready { get; init; }

    /// <summary>Products in it.</summary>
    public required long Products { get; init; }

    /// <summary>Products whose embedding another network made: they are found by words only until they are read again.</summary>
    public required long Outdated { get; init; }

    /// <summary>
    /// Products in it whose kinds were never asked for, since they were read before kinds were: a search finds them but cannot
    /// weigh what they are until they are read again.
    /// </summary>
    public required long Kindless { get; init; }

    /// <summary>The network whose embeddings it holds.</summary>
    public required string Network { get; init; }

    /// <summary>Bytes of memory that it takes; null where the database keeps it.</summary>
    public long? Bytes { get; init; }

    /// <summary>Seconds that filling it took; null where the database keeps it.</summary>
    public double? Seconds { get; init; }
}
