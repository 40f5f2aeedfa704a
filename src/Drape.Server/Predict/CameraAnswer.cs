using Drape.Inference;

namespace Drape.Server.Predict;

/// <summary>What an older client is told of a photo.</summary>
/// <param name="Label">The main garment's type, such as <c>shirt</c>; what a catalog calls it where no type fits, such as <c>Watches</c>; or <c>unclear</c>.</param>
/// <param name="Color">Its main colour.</param>
public sealed record CameraAnswer(string Label, string Color)
{
    /// <summary>What is told of a reading.</summary>
    internal static CameraAnswer Of(PhotoReading reading) => reading.Garments is [var main, ..]
        ? new CameraAnswer(main.CatalogName ?? main.Type, main.Colour) : new CameraAnswer(Verdict.Unclear, Verdict.Unclear);
}
