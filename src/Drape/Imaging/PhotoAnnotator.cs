namespace Drape.Imaging;

/// <summary>Draws findings onto a copy of a picture: each in its own colours with an outline, its box and a label, while the rest recedes.</summary>
public static class PhotoAnnotator
{
    /// <summary>The picture with its findings drawn on; the original stays as it is.</summary>
    public static PixelImage Draw(PixelImage image, IEnumerable<Annotation> annotations)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(annotations);
        var drawn = image.Copy();
        Annotation[] all = [.. annotations];
        var scale = DrawingScale.Of(image, all);
        MaskField?[] fields = [.. all.Select(a => a.Mask is { } mask ? MaskField.Of(mask, a.Box, image) : null)];
        if (all.Any(a => a.Mask?.Bounds() is not null))
        {
            MaskPainter.Recede(drawn, [.. fields.OfType<MaskField>()]);
        }

        for (int i = 0; i < all.Length; i++)
        {
            if (fields[i] is { } field)
            {
                MaskPainter.Outline(drawn, field, Tints.Of(i), scale.Unit);
                Pen.Corners(drawn, all[i].Box, Tints.Of(i), scale.Unit);
            }
            else
            {
                Pen.Frame(drawn, all[i].Box, Tints.Of(i), scale.Unit);
            }
        }

        // Labels last, so that no outline crosses one.
        LabelPainter.Paint(drawn, all, scale);
        return drawn;
    }

    /// <summary>The picture under a heat map, such as where a style shows; the original stays as it is.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="heat">0 nothing to 255 most, over the whole picture; a few pixels a side are smoothed.</param>
    public static PixelImage Heat(PixelImage image, Mask heat)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(heat);
        var drawn = image.Copy();
        HeatPainter.Paint(drawn, heat);
        return drawn;
    }
}
