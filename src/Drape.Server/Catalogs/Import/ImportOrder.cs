namespace Drape.Server.Catalogs.Import;

/// <summary>What an import needs to know beside the table or the JSON: a job's payload.</summary>
public sealed record ImportOrder
{
    /// <summary>The catalog's name.</summary>
    public required string Catalog { get; init; }

    /// <summary>What the table is called; null where the content is JSON.</summary>
    public string? Table { get; init; }

    /// <summary>The table's mapping, in YAML.</summary>
    public string? Mapping { get; init; }

    /// <summary>How the table is written, such as cp949; null where nobody said.</summary>
    public string? Encoding { get; init; }

    /// <summary>Whether products that the content has no more are retired.</summary>
    public bool RetireVanished { get; init; }
}
