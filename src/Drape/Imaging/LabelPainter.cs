namespace Drape.Imaging;

/// <summary>Writes the labels of findings, each with a line to its finding where it does not lie on it.</summary>
static class LabelPainter
{
    const int Smallest = 8; // pixels

    /// <summary>Writes the labels.</summary>
    /// <param name="image">Drawn on.</param>
    /// <param name="annotations">The findings.</param>
    /// <param name="scale">How large.</param>
    public static void Paint(PixelImage image, Annotation[] annotations, DrawingScale scale)
    {
        (Mask Text, (int Width, int Height) Outer)?[] texts =
            [.. annotations.Select(a => a.Label.Length > 0 ? Fitting(a.Label, image.Width, scale.Letters) : ((Mask, (int, int))?)null)];
        var places = new LabelPlaces(image, annotations);
        var found = places.Find([.. texts.Select(t => t?.Outer)], 3 * scale.Unit);
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
                Pen.Pill(image, place, Tints.Of(i));
                Write(image, texts[i]!.Value.Text, place);
            }
        }
    }

    /// <summary>A label's letters and the size of its ground, smaller where it is wider than the picture.</summary>
    static (Mask Text, (int Width, int Height) Outer) Fitting(string label, int most, int size)
    {
        var text = LabelText.Render(label, size);
        while (Outer(text, size).Width > most && size > Smallest)
        {
            size = Math.Max(Smallest, size * most / (Outer(text, size).Width + 1));
            text = LabelText.Render(label, size);
        }

        return (text, Outer(text, size));
    }

    static void Write(PixelImage image, Mask text, PixelBox place)
    {
        int left = place.X + (place.Width - text.Width) / 2, top = place.Y + (place.Height - text.Height) / 2;
        for (int y = 0; y < text.Height; y++)
        {
            for (int x = 0; x < text.Width; x++)
            {
                if (left + x >= 0 && left + x < image.Width && top + y < image.Height)
                {
                    Pen.Blend(image[left + x, top + y], Tints.Paper, text.Values[y * text.Width + x] / 255f);
                }
            }
        }
    }

    static (int Width, int Height) Outer(Mask text, int size) => (text.Width + size * 5 / 4, size * 7 / 4);
}
