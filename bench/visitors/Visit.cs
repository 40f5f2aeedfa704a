namespace Drape.Visitors;

/// <summary>One answer.</summary>
/// <param name="What">What was asked for.</param>
/// <param name="Milliseconds">From the request to the last byte.</param>
/// <param name="Right">Whether it was answered with success.</param>
sealed record Visit(string What, double Milliseconds, bool Right);
