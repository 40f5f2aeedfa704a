namespace Drape.Cli.Analyze;

/// <summary>The photos that a command line names, folders and patterns opened up.</summary>
sealed record GivenPhotos
{
    /// <summary>The photos, each once, in the order given; those of a folder by their path.</summary>
    public required IReadOnlyList<PhotoSource> Photos { get; init; }

    /// <summary>Folders that could not be opened, and what is not there.</summary>
    public required IReadOnlyList<FailedPhoto> Unopened { get; init; }

    /// <summary>Endings of the files left out of folders and patterns, with how many there were.</summary>
    public required IReadOnlyDictionary<string, int> LeftOut { get; init; }

    /// <summary>Whether exactly one photo was given, by its path, its URL or standard input.</summary>
    public required bool IsSingle { get; init; }

    /// <summary>How many files were left out, and of which endings; empty where none were.</summary>
    public string LeftOutText
    {
        get
        {
            int count = LeftOut.Values.Sum();
            return count == 0 ? "" : $"{count} other {(count == 1 ? "file was" : "files were")} left out ("
                + string.Join(", ", LeftOut.OrderByDescending(e => e.Value).ThenBy(e => e.Key, StringComparer.Ordinal)
                    .Take(5).Select(e => $"{e.Value} {e.Key}")) + (LeftOut.Count > 5 ? ", ..." : "") + ")";
        }
    }
}
