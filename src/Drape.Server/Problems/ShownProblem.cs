namespace Drape.Server.Problems;

/// <summary>The status of an answer for which a page is shown in place of a problem document.</summary>
/// <param name="Status">The HTTP status.</param>
sealed record ShownProblem(int Status);
