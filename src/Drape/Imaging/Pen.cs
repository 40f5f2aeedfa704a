namespace Drape.Imaging;

/// <summary>Draws into pixels; what lies outside of the picture is left out.</summary>
static class Pen
{
    /// <summary>Mixes a colour into a pixel.</summary>
    /// <param name="pixel">R, G, B.</param>
    /// <param name="colour">R, G, B.</param>
    /// <param name="share">0 leaves the pixel, 1 covers it.</param>
    public static void Blend(Span<byte> pixel, ReadOnlySpan<byte> colour, float share)
    {
        for (int c = 0; c < 3; c++)
        {
            pixel[c] = (byte)(pixel[c] + (colour[c] - pixel[c]) * share + 0.5f);
        }
    }

    /// <summary>A thin rectangle with a light line beside the coloured one, so that it shows on any ground.</summary>
    public static void Frame(PixelImage image, PixelBox box, ReadOnlySpan<byte> colour, int unit)
    {
        for (int layer = 0; layer < 2 * unit; layer++)
        {
            var ink = layer < unit ? colour : Tints.Paper;
            int left = box.X + layer, right = box.X + box.Width - 1 - layer;
            int top = box.Y + layer, bottom = box.Y + box.Height - 1 - layer;
            Fill(image, left, top, right, top, ink);
            Fill(image, left, bottom, right, bottom, ink);
            Fill(image, left, top, left, bottom, ink);
            Fill(image, right, top, right, bottom, ink);
        }
    }

    /// <summary>The corners of a rectangle, as a viewfinder shows them: where a mask is drawn, a whole frame would compete.</summary>
    public static void Corners(PixelImage image, PixelBox box, ReadOnlySpan<byte> colour, int unit)
    {
        int right = box.X + box.Width - 1, bottom = box.Y + box.Height - 1;
        int arm = Math.Min(12 * unit, Math.Min(box.Width, box.Height) / 3);
        for (int layer = 0; layer < 2 * unit; layer++)
        {
            var ink = layer < unit ? colour : Tints.Paper;
            foreach (var (x, y, across, down) in (ReadOnlySpan<(int, int, int, int)>)
                [(box.X, box.Y, 1, 1), (right, box.Y, -1, 1), (box.X, bottom, 1, -1), (right, bottom, -1, -1)])
            {
                int fromX = x + (across * layer), fromY = y + (down * layer);
                Line(image, fromX, fromY, across * (arm - layer), 0, ink);
                Line(image, fromX, fromY, 0, down * (arm - layer), ink);
            }
        }
    }

    /// <summary>A rectangle whose short sides are half circles.</summary>
    public static void Pill(PixelImage image, PixelBox box, ReadOnlySpan<byte> colour)
    {
        float radius = box.Height / 2f;
        for (int y = Math.Max(box.Y, 0); y < Math.Min(box.Y + box.Height, image.Height); y++)
        {
            for (int x = Math.Max(box.X, 0); x < Math.Min(box.X + box.Width, image.Width); x++)
            {
                float across = x + 0.5f - Math.Clamp(x + 0.5f, box.X + radius, box.X + box.Width - radius);
                float down = y + 0.5f - (box.Y + radius);
                float inside = radius - MathF.Sqrt(across * across + down * down) + 0.5f;
                Blend(image[x, y], colour, Math.Clamp(inside, 0, 1) * 0.94f);
            }
        }
    }

    /// <summary>A filled circle.</summary>
    /// <param name="image">Drawn on.</param>
    /// <param name="x">Its middle, in pixels from the left edge.</param>
    /// <param name="y">Likewise from the upper edge.</param>
    /// <param name="radius">In pixels.</param>
    /// <param name="colour">R, G, B.</param>
    public static void Disc(PixelImage image, float x, float y, float radius, ReadOnlySpan<byte> colour)
    {
        for (int row = Math.Max((int)(y - radius), 0); row < Math.Min(y + radius, image.Height); row++)
        {
            for (int column = Math.Max((int)(x - radius), 0); column < Math.Min(x + radius, image.Width); column++)
            {
                float across = column + 0.5f - x, down = row + 0.5f - y;
                Blend(image[column, row], colour, Math.Clamp(radius - MathF.Sqrt((across * across) + (down * down)) + 0.5f, 0, 1));
            }
        }
    }

    /// <summary>A line from a label to a dot on what it names, light on both sides so that it shows on any ground.</summary>
    public static void Leader(PixelImage image, PixelBox label, (int X, int Y) end, ReadOnlySpan<byte> colour, int unit)
    {
        // From inside the label, whose ends are round.
        float radius = label.Height / 2f;
        float fromX = Math.Clamp(end.X, label.X + radius, label.X + label.Width - radius), fromY = label.Y + radius;
        float across = end.X - fromX, down = end.Y - fromY, length = Math.Max(across * across + down * down, 1e-3f);
        float thin = 0.6f * unit, dot = 2f * unit, edge = 0.9f * unit;
        int reach = (int)Math.Ceiling(dot + edge) + 1;
        int left = (int)Math.Min(fromX, end.X) - reach, right = (int)Math.Max(fromX, end.X) + reach;
        int top = (int)Math.Min(fromY, end.Y) - reach, bottom = (int)Math.Max(fromY, end.Y) + reach;
        for (int y = Math.Max(top, 0); y <= Math.Min(bottom, image.Height - 1); y++)
        {
            for (int x = Math.Max(left, 0); x <= Math.Min(right, image.Width - 1); x++)
            {
                float along = Math.Clamp(((x - fromX) * across + (y - fromY) * down) / length, 0, 1);
                float off = Distance(x - fromX - along * across, y - fromY - along * down) - thin;
                float inside = Math.Min(off, Distance(x - end.X, y - end.Y) - dot);
                Blend(image[x, y], Tints.Paper, 0.8f * Math.Clamp(edge - inside + 0.5f, 0, 1));
                Blend(image[x, y], colour, Math.Clamp(0.5f - inside, 0, 1));
            }
        }

        static float Distance(float x, float y) => MathF.Sqrt(x * x + y * y);
    }

    static void Line(PixelImage image, int x, int y, int across, int down, ReadOnlySpan<byte> colour) =>
        Fill(image, Math.Min(x, x + across), Math.Min(y, y + down), Math.Max(x, x + across), Math.Max(y, y + down), colour);

    static void Fill(PixelImage image, int left, int top, int right, int bottom, ReadOnlySpan<byte> colour)
    {
        for (int y = Math.Max(top, 0); y <= Math.Min(bottom, image.Height - 1); y++)
        {
            for (int x = Math.Max(left, 0); x <= Math.Min(right, image.Width - 1); x++)
            {
                Blend(image[x, y], colour, 0.9f);
            }
        }
    }
}
