using Drape.Imaging;
using Drape.Inference;

namespace Drape.Cli.Analyze;

/// <summary>The photo with its garments outlined and named.</summary>
sealed class OverlayDrawing : IDrawing
{
    // A name may rest on a sliver of a print, which is not what is seen.
    const double Seen = 0.2;

    // Below it the nearest type is more often wrong than right.
    const double Likely = 0.5;

    public PixelImage Draw(PixelImage photo, PhotoReading reading, PhotoFindings findings) =>
        PhotoAnnotator.Draw(photo, reading.Garments.Zip(findings.Garments, (garment, found) => new Annotation(
            garment.Box.Scale(reading.Width, reading.Height, photo.Width, photo.Height), LabelOf(garment),
            found.Place.Mask.Stretch(photo.Width, photo.Height), garment.Person, SwatchOf(garment))));

    /// <summary>The measured colour that goes by the garment's main one, if enough of it has that; in the shade another may have more. Else the largest.</summary>
    internal static (byte R, byte G, byte B) SwatchOf(Garment garment)
    {
        var shown = garment.Colours.FirstOrDefault(c => c.Name == garment.Colour && c.Share >= Seen) ?? garment.Colours[0];
        byte[] channels = Convert.FromHexString(shown.Hex.AsSpan(1));
        return (channels[0], channels[1], channels[2]);
    }

    /// <summary>
    /// The type with its confidence; of one that is not sure the nearest type as a question, if it is likely, or else what a catalog calls the thing or
    /// its kind, there being little room.
    /// </summary>
    internal static string LabelOf(Garment garment) => garment.Type != Verdict.Unclear
        ? $"{garment.Type} {ReadingText.Percent(garment.Confidence)}"
        : garment.CatalogName is null && ReadingText.Guess(garment) is { Confidence: >= Likely } guess ? $"{guess.Type}?" : ReadingText.Name(garment);
}
