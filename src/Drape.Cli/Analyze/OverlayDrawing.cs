using Drape.Imaging;
using Drape.Inference;

namespace Drape.Cli.Analyze;

/// <summary>The photo with its garments outlined and named.</summary>
sealed class OverlayDrawing : IDrawing
{

    public PixelImage Draw(PixelImage photo, PhotoReading reading, PhotoFindings findings) =>
        PhotoAnnotator.Draw(photo, reading.Garments.Zip(findings.Garments, (garment, found) => new Annotation(
            garment.Box.Scale(reading.Width, reading.Height, photo.Width, photo.Height), LabelOf(garment),
            found.Place.Mask.Stretch(photo.Width, photo.Height), garment.Person)));

    /// <summary>
    /// The type with its confidence; of one that is not sure what a catalog calls it, or the nearest type as a question, there being little room,
    /// if it may be that at all.
    /// </summary>
    internal static string LabelOf(Garment garment) => garment.Type != Verdict.Unclear
        ? $"{garment.Type} {ReadingText.Percent(garment.Confidence)}"
        : garment.CatalogName ?? (ReadingText.Guess(garment) is { } guess ? $"{guess.Type}?" : Verdict.Unclear);
}
