namespace Drape.Server.Catalogs.Import;

/// <summary>A product as a shop's table or folder tells of it, before its picture was looked at.</summary>
public sealed record ProductRow
{
    /// <summary>The product's id in the shop; not empty.</summary>
    public required string Key { get; init; }

    /// <summary>Where its picture is: a file's full path, or an http(s) URL; null where it was <see cref="Sent"/>.</summary>
    public required string? Picture { get; init; }

    /// <summary>The picture's file where the row brought it along.</summary>
    public byte[]? Sent { get; init; }

    /// <summary>Where the row stands, for messages: "line 17", or the file's name.</summary>
    public required string Place { get; init; }

    /// <summary>Its name in the shop's main language.</summary>
    public string? Name { get; init; }

    /// <summary>Its names in further languages, by language code such as <c>ko</c>.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>What it costs, in <see cref="Currency"/>; not negative.</summary>
    public decimal? Price { get; init; }

    /// <summary>The price's currency, three letters of ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>The product's page in the shop.</summary>
    public string? Link { get; init; }

    /// <summary>The shop's own category, kept as it is.</summary>
    public string? Category { get; init; }

    /// <summary>Whom the shop sells it to, as the shop says it.</summary>
    public string? Gender { get; init; }
}
