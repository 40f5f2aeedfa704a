namespace Drape.Server.Health;

/// <summary>How the server is.</summary>
/// <param name="Status">In one word.</param>
public sealed record HealthAnswer(string Status);
