namespace Drape.Imaging;

/// <summary>Writes the labels of findings where they cover neither each other nor leave the picture.</summary>
static class LabelPainter
{
    const int Letters = 12; // height of the em in units
    const int Smallest = 8; // pixels

    /// <summary>Writes a finding's label.</summary>
    /// <param name="image">Drawn on.</param>
    /// <param name="annotation">The finding.</param>
    /// <param name="colour">R, G, B of the label's ground.</param>
    /// <param name="unit">Width of a hairline.</param>
    /// <param name="placed">The labels so far; this one is added.</param>
    public static void Paint(
        PixelImage image, Annotation annotation, ReadOnlySpan<byte> colour, int unit, List<PixelBox> placed)
    {
        int size = Letters * unit;
        var text = LabelText.Render(annotation.Label, size);
        while (Outer(text, size).Width > image.Width && size > Smallest)
        {
            size = Math.Max(Smallest, size * image.Width / (Outer(text, size).Width + 1));
            text = LabelText.Render(annotation.Label, size);
        }

        var (width, height) = Outer(text, size);
        var place = Places(annotation.Box, width, height, unit)
            .Select(p => Inside(image, p.X, p.Y, width, height))
            .MinBy(p => p.Moved + placed.Sum(other => Overlap(p.Box, other, 2 * unit))).Box;
        placed.Add(place);
        Pen.Pill(image, place, colour);
        int left = place.X + (width - text.Width) / 2, top = place.Y + (height - text.Height) / 2;
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

    /// <summary>
    /// Where a label may lie, the best place first: on a finding that is much larger than itself, else beside it; then
    /// all along it.
    /// </summary>
    static IEnumerable<(int X, int Y)> Places(PixelBox box, int width, int height, int unit)
    {
        int gap = 3 * unit, centre = box.X + (box.Width - width) / 2, middle = box.Y + (box.Height - height) / 2;
        (int, int) right = (box.X + box.Width + gap, middle), left = (box.X - width - gap, middle);
        (int, int)[] beside = [right, left, (centre, box.Y + box.Height + gap), (centre, box.Y - height - gap)];
        bool large = box.Height > 3 * height && 4 * box.Width > 3 * width;
        (int, int)[] first = large ? [(centre, middle), .. beside] : [.. beside, (centre, middle)];
        foreach (var place in first)
        {
            yield return place;
        }

        for (int step = 1; step < 12; step++)
        {
            int shift = step * (height + gap) / 2;
            yield return (centre, middle + shift);
            yield return (centre, middle - shift);
            yield return (box.X + box.Width + gap, middle + shift);
            yield return (box.X - width - gap, middle + shift);
        }
    }

    /// <summary>A label's place moved into the picture, and the area that the move cost.</summary>
    static (PixelBox Box, long Moved) Inside(PixelImage image, int x, int y, int width, int height)
    {
        int left = Math.Clamp(x, 0, Math.Max(image.Width - width, 0));
        int top = Math.Clamp(y, 0, Math.Max(image.Height - height, 0));
        return (new PixelBox(left, top, width, height), Math.Abs((long)(left - x)) * height + Math.Abs((long)(top - y)) * width);
    }

    static long Overlap(PixelBox a, PixelBox b, int gap)
    {
        int across = Math.Min(a.X + a.Width, b.X + b.Width) - Math.Max(a.X, b.X) + gap;
        int down = Math.Min(a.Y + a.Height, b.Y + b.Height) - Math.Max(a.Y, b.Y) + gap;
        return across > 0 && down > 0 ? (long)across * down : 0;
    }
}
