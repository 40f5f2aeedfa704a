namespace Drape.Cli.Analyze;

/// <summary>What <c>drape analyze</c> was asked for.</summary>
sealed record AnalyzeOptions
{
    /// <summary>Paths, URLs, folders and patterns.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Whether one JSON document is wanted on standard output.</summary>
    public bool Json { get; init; }

    /// <summary>The file that takes a reading a line; null where none is wanted.</summary>
    public string? Results { get; init; }

    /// <summary>The folder that takes the photos with their findings drawn on; null where none is wanted.</summary>
    public string? Overlay { get; init; }

    /// <summary>The folder that takes the photos under the map of their style; null where none is wanted.</summary>
    public string? Heatmap { get; init; }

    /// <summary>The style whose map is drawn; each photo's first style if null.</summary>
    public string? Style { get; init; }

    /// <summary>Whether colours and progress are left away.</summary>
    public bool Plain { get; init; }

    /// <summary>How many photos are read at once.</summary>
    public int Parallel { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether URLs may lead to private addresses.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>Whether traces are shown where Drape itself fails.</summary>
    public bool Verbose { get; init; }

    /// <summary>Whether so many photos are shown in a block each.</summary>
    public bool ShowsBlocks(int photos) => !Json && !Plain && Results is null && photos <= BlockReport.Few;
}
