namespace Drape.Store.Products;

/// <summary>A product as it is kept.</summary>
public sealed record Product : ProductFacts
{
    /// <summary>Its number in the database, never given to another.</summary>
    public required long Id { get; init; }

    /// <summary>The name of its catalog.</summary>
    public required string Catalog { get; init; }

    /// <summary>Whether the shop no longer has it: it is kept, and no search finds it.</summary>
    public required bool Retired { get; init; }

    /// <summary>When something of it last changed, in UTC.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
