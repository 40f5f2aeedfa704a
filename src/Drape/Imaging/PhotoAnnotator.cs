namespace Drape.Imaging;

/// <summary>What to draw for one finding.</summary>
/// <param name="Box">Where it is, in pixels of the picture that is drawn on.</param>
/// <param name="Label">A few words, such as "t-shirt 97 %"; Latin letters.</param>
/// <param name="Mask">Its pixels at the picture's size, to be tinted; null draws the box only.</param>
public sealed record Annotation(PixelBox Box, string Label, Mask? Mask = null);

/// <summary>Draws boxes, labels and masks onto a copy of a picture.</summary>
public static class PhotoAnnotator
{
    // The paper and the accent of Drape's look.
    static readonly byte[] Paper = [0xFA, 0xF7, 0xF2];
    static readonly byte[] Accent = [0x7B, 0x2D, 0x3B];

    /// <summary>The picture with its findings drawn on; the original stays as it is.</summary>
    public static PixelImage Draw(PixelImage image, IEnumerable<Annotation> annotations)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(annotations);
        var drawn = image.Copy();
        // One unit is a hairline at phone size; everything grows with the picture.
        int unit = Math.Max(1, Math.Max(image.Width, image.Height) / 400);
        foreach (var annotation in annotations)
        {
            if (annotation.Mask is { } mask)
            {
                Tint(drawn, mask, unit);
            }

            Frame(drawn, annotation.Box, unit);
            Label(drawn, annotation, unit);
        }

        return drawn;
    }

    /// <summary>Dims what lies outside the mask and draws the mask's edge.</summary>
    static void Tint(PixelImage image, Mask mask, int unit)
    {
        if (mask.Width != image.Width || mask.Height != image.Height)
        {
            throw new ArgumentException(
                $"The mask is {mask.Width}x{mask.Height}, the picture {image.Width}x{image.Height}.", nameof(mask));
        }

        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
            {
                byte inside = mask.Values[y * image.Width + x];
                var pixel = image[x, y];
                if (inside < 128)
                {
                    Blend(pixel, Paper, 0.35 * (1 - inside / 255.0));
                }
                else if (IsEdge(mask, x, y, unit))
                {
                    Blend(pixel, Accent, 0.85);
                }
            }
        }
    }

    static bool IsEdge(Mask mask, int x, int y, int reach)
    {
        ReadOnlySpan<(int X, int Y)> around = [(x - reach, y), (x + reach, y), (x, y - reach), (x, y + reach)];
        foreach (var (nx, ny) in around)
        {
            if (nx >= 0 && ny >= 0 && nx < mask.Width && ny < mask.Height && mask.Values[ny * mask.Width + nx] < 128)
            {
                return true;
            }
        }

        return false;
    }

    static void Frame(PixelImage image, PixelBox box, int unit)
    {
        for (int layer = 0; layer < 2 * unit; layer++)
        {
            // A light line beside the dark one shows on any ground.
            byte[] colour = layer < unit ? Paper : Accent;
            int left = box.X + layer, right = box.X + box.Width - 1 - layer;
            int top = box.Y + layer, bottom = box.Y + box.Height - 1 - layer;
            Fill(image, left, top, right, top, colour);
            Fill(image, left, bottom, right, bottom, colour);
            Fill(image, left, top, left, bottom, colour);
            Fill(image, right, top, right, bottom, colour);
        }
    }

    static void Label(PixelImage image, Annotation annotation, int unit)
    {
        var text = LabelText.Render(annotation.Label, 11 * unit);
        int padding = 4 * unit, width = text.Width + 2 * padding, height = text.Height + 2 * padding;
        int left = Math.Clamp(annotation.Box.X + 2 * unit, 0, Math.Max(image.Width - width, 0));
        int above = annotation.Box.Y - height;
        int top = above >= 0 ? above : Math.Min(annotation.Box.Y + 2 * unit, Math.Max(image.Height - height, 0));
        Fill(image, left, top, left + width - 1, top + height - 1, Accent);
        for (int y = 0; y < text.Height; y++)
        {
            for (int x = 0; x < text.Width; x++)
            {
                int px = left + padding + x, py = top + padding + y;
                if (px < image.Width && py < image.Height)
                {
                    Blend(image[px, py], Paper, text.Values[y * text.Width + x] / 255.0);
                }
            }
        }
    }

    static void Fill(PixelImage image, int left, int top, int right, int bottom, ReadOnlySpan<byte> colour)
    {
        for (int y = Math.Max(top, 0); y <= Math.Min(bottom, image.Height - 1); y++)
        {
            for (int x = Math.Max(left, 0); x <= Math.Min(right, image.Width - 1); x++)
            {
                colour.CopyTo(image[x, y]);
            }
        }
    }

    static void Blend(Span<byte> pixel, ReadOnlySpan<byte> colour, double share)
    {
        for (int c = 0; c < 3; c++)
        {
            pixel[c] = (byte)Math.Round(pixel[c] + (colour[c] - pixel[c]) * share);
        }
    }
}
