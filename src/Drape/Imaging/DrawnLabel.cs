namespace Drape.Imaging;

/// <summary>A label's letters, before it has a place: light on a pill of its finding's tint, behind a swatch if it has one.</summary>
sealed class DrawnLabel
{
    const int Smallest = 8; // pixels

    readonly Mask _text;
    readonly int _size;
    readonly (byte R, byte G, byte B)? _swatch;

    DrawnLabel(Mask text, int size, (byte R, byte G, byte B)? swatch) => (_text, _size, _swatch) = (text, size, swatch);

    /// <summary>Width and height of the whole, in pixels.</summary>
    public (int Width, int Height) Outer => (_text.Width + Lead + (_size * 5 / 4), _size * 7 / 4);

    /// <summary>What the swatch takes before the letters.</summary>
    int Lead => _swatch is null ? 0 : _size * 5 / 4;

    /// <summary>The label of a finding, smaller where it is wider than the picture, and without its swatch where it still is.</summary>
    /// <param name="annotation">The finding.</param>
    /// <param name="most">How wide it may be in pixels.</param>
    /// <param name="size">Height of the letters' em in pixels.</param>
    public static DrawnLabel Fitting(Annotation annotation, int most, int size)
    {
        var label = new DrawnLabel(LabelText.Render(annotation.Label, size), size, annotation.Swatch);
        while (label.Outer.Width > most && label._size > Smallest)
        {
            int smaller = Math.Max(Smallest, label._size * most / (label.Outer.Width + 1));
            label = new DrawnLabel(LabelText.Render(annotation.Label, smaller), smaller, annotation.Swatch);
        }

        return label.Outer.Width > most && annotation.Swatch is not null ? Fitting(annotation with { Swatch = null }, most, size) : label;
    }

    /// <summary>Draws it.</summary>
    /// <param name="image">Drawn on.</param>
    /// <param name="place">Where, of the size <see cref="Outer"/>.</param>
    /// <param name="tint">R, G, B of the pill.</param>
    public void Paint(PixelImage image, PixelBox place, ReadOnlySpan<byte> tint)
    {
        Pen.Pill(image, place, tint);
        if (_swatch is var (red, green, blue))
        {
            // As far from the pill's end as from above and below; ringed, for it may be of the pill's own colour.
            float radius = 0.48f * _size, middle = place.Height / 2f;
            Pen.Disc(image, place.X + middle, place.Y + middle, radius + Math.Max(1, _size / 10f), Tints.Paper);
            Pen.Disc(image, place.X + middle, place.Y + middle, radius, [red, green, blue]);
        }

        Write(image, place.X + Lead + ((place.Width - Lead - _text.Width) / 2), place.Y + ((place.Height - _text.Height) / 2));
    }

    void Write(PixelImage image, int left, int top)
    {
        for (int y = 0; y < _text.Height; y++)
        {
            for (int x = 0; x < _text.Width; x++)
            {
                if (left + x >= 0 && left + x < image.Width && top + y < image.Height)
                {
                    Pen.Blend(image[left + x, top + y], Tints.Paper, _text.Values[(y * _text.Width) + x] / 255f);
                }
            }
        }
    }
}
