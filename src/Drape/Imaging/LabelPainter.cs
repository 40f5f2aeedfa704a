namespace Drape.Imaging;

/// <summary>Writes the labels of findings, each with a line to its finding where it does not lie on it.</summary>
static class LabelPainter
{
    /// <summary>Writes the labels.</summary>
    /// <param name="image">Drawn on.</param>
    /// <param name="annotations">The findings.</param>
    /// <param name="scale">How large.</param>
    public static void Paint(PixelImage image, Annotation[] annotations, DrawingScale scale)
    {
        DrawnLabel?[] labels = [.. annotations.Select(a => a.Label.Length > 0 ? DrawnLabel.Fitting(a, image.Width, scale.Letters) : null)];
        var places = new LabelPlaces(image, annotations);
        var found = places.Find([.. labels.Select(l => l?.Outer)], 3 * scale.Unit);
        // Lines first, so that none crosses a label.
        for (int i = 0; i < found.Length; i++)
        {
            if (found[i] is { } place && places.Nearest(i, place) is { } end)
            {
                Pen.Leader(image, place, end, Tints.Of(i), scale.Unit);
            }
        }

        for (int i = 0; i < found.Length; i++)
        {
            if (found[i] is { } place)
            {
                labels[i]!.Paint(image, place, Tints.Of(i));
            }
        }
    }
}
