namespace Drape.Cli.Analyze;

/// <summary>What became of one photo.</summary>
/// <param name="Name">The photo.</param>
abstract record Outcome(string Name);

/// <summary>It was read.</summary>
sealed record ReadPhoto(PhotoReading Reading) : Outcome(Reading.Photo);

/// <summary>It could not be read.</summary>
/// <param name="Name">The photo, or the folder that could not be opened.</param>
/// <param name="Sentence">Why, and what would be right.</param>
sealed record FailedPhoto(string Name, string Sentence) : Outcome(Name)
{
    /// <summary>Where Drape itself failed; null where it is the photo that is wrong.</summary>
    public string? Trace { get; init; }

    /// <summary>A photo on which Drape itself failed.</summary>
    public static FailedPhoto Unforeseen(string name, Exception e) =>
        new(name, $"Drape itself failed on this photo: {e.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')}")
        {
            Trace = e.ToString(),
        };
}
