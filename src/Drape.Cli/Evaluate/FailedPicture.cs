namespace Drape.Cli.Evaluate;

/// <summary>A picture of a set that does not count.</summary>
/// <param name="Id">Its file name without ending.</param>
/// <param name="Sentence">Why.</param>
sealed record FailedPicture(string Id, string Sentence);
