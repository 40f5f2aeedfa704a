using Drape.Server.Catalogs.Search;

namespace Drape.Cli.Search;

/// <summary>What <c>drape search</c> was asked for.</summary>
sealed record SearchWish
{
    /// <summary>The photo's file, URL, or - for standard input; null where none was given.</summary>
    public string? Photo { get; init; }

    /// <summary>The number of the photo's garment that is meant, or the whole photo; the main garment if null.</summary>
    public string? Garment { get; init; }

    /// <summary>Everything else that is looked for.</summary>
    public required SearchRequest Request { get; init; }

    /// <summary>Whether URLs may lead to private addresses.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>Whether one JSON document is wanted on standard output.</summary>
    public bool Json { get; init; }

    /// <summary>The home folder as it was given.</summary>
    public string? Home { get; init; }
}
