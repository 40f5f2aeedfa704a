namespace Drape.Server.Catalogs.Tags;

/// <summary>What tagging needs to know: a job's payload.</summary>
public sealed record TagOrder
{
    /// <summary>The catalog's name.</summary>
    public required string Catalog { get; init; }

    /// <summary>Where the JSON with the products to import is kept: the key of a blob; null where none were sent.</summary>
    public string? Content { get; init; }

    /// <summary>Where the tags are sent; null where they are fetched only.</summary>
    public string? Webhook { get; init; }

    /// <summary>What the tags that are sent are signed with; null where they are not.</summary>
    public string? Secret { get; init; }
}
