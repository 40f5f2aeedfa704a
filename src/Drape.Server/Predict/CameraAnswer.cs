namespace Drape.Server.Predict;

/// <summary>What an older client is told of a photo.</summary>
/// <param name="Label">The main garment's type, or <c>unclear</c>.</param>
/// <param name="Color">Its main colour.</param>
public sealed record CameraAnswer(string Label, string Color);
