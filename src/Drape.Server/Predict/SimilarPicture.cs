namespace Drape.Server.Predict;

/// <summary>What an older client is told of a picture that looks alike.</summary>
/// <param name="Path">The address of the picture.</param>
/// <param name="Class">What it shows: a type.</param>
public sealed record SimilarPicture(string Path, string Class);
