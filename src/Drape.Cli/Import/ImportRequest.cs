namespace Drape.Cli.Import;

/// <summary>What <c>drape import</c> was asked for.</summary>
sealed record ImportRequest
{
    /// <summary>A folder of pictures, or a table.</summary>
    public required string Source { get; init; }

    /// <summary>The catalog's name.</summary>
    public required string Catalog { get; init; }

    /// <summary>The YAML file that says which column means what; null where there is none.</summary>
    public string? Mapping { get; init; }

    /// <summary>Further columns, as <c>price=cost</c>.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The folder of the table's pictures.</summary>
    public string? Pictures { get; init; }

    /// <summary>The currency of prices that name none.</summary>
    public string? Currency { get; init; }

    /// <summary>What parts the table's columns; found out where it is null.</summary>
    public string? Delimiter { get; init; }

    /// <summary>How the table is written, such as cp949; UTF-8 where it is null.</summary>
    public string? Encoding { get; init; }

    /// <summary>Whether products that the source has no more are retired.</summary>
    public bool Retire { get; init; }

    /// <summary>Whether known URLs are fetched again.</summary>
    public bool FetchAgain { get; init; }

    /// <summary>Whether URLs may lead to private addresses.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>Whether one JSON document is wanted on standard output.</summary>
    public bool Json { get; init; }

    /// <summary>The home folder as it was given.</summary>
    public string? Home { get; init; }
}
