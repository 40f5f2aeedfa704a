namespace Drape.Server.Catalogs.Tags;

/// <summary>What tagging needs to know beside products and secret: a job's payload.</summary>
public sealed record TagOrder
{
    /// <summary>The catalog's name.</summary>
    public required string Catalog { get; init; }

    /// <summary>Where the tags are sent; null where they are fetched only.</summary>
    public string? Webhook { get; init; }
}
