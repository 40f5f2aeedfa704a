namespace Drape.Store.Closets;

/// <summary>Where the networks erred, as the owner of a piece says who lets them learn from it.</summary>
/// <param name="Item">The piece.</param>
/// <param name="Question">What was asked: type, colour or pattern.</param>
/// <param name="Said">What the networks said.</param>
/// <param name="Corrected">What it is.</param>
public sealed record ClosetCorrection(long Item, string Question, string Said, string Corrected);
