namespace Drape.Imaging;

/// <summary>What is behind the things in a picture.</summary>
public static class Ground
{
    // A ring of this part of the shorter side is looked at.
    const int Ring = 32;
    const int Near = 16;

    // Held-out shop pictures of one garment on somebody: 607 of 618 have more. Held-out street photos: none of 188.
    const double Enough = 0.7;

    // The darkest channel of that colour. Of 346 held-out shop pictures 342 have a plain ground, all of them white; of 829 held-out
    // photos of garments on floors and beds 85 have one, four of them as light as this.
    const int Light = 200;

    /// <summary>
    /// Whether the picture is taken before a plain, light ground, as a shop's are: most of its edge has one colour, the median.
    /// What is shown may reach beyond the picture, a person from the hips to the neck.
    /// </summary>
    public static bool IsPlain(PixelImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        int ring = Math.Max(1, Math.Min(picture.Width, picture.Height) / Ring);
        var edge = new List<(byte R, byte G, byte B)>(2 * ring * (picture.Width + picture.Height));
        Span<int> red = stackalloc int[256], green = stackalloc int[256], blue = stackalloc int[256];
        red.Clear();
        green.Clear();
        blue.Clear();
        for (int y = 0; y < picture.Height; y++)
        {
            bool across = y < ring || y >= picture.Height - ring;
            for (int x = 0; x < picture.Width; x += !across && x == ring - 1 ? Math.Max(1, picture.Width - (2 * ring) + 1) : 1)
            {
                var pixel = picture[x, y];
                edge.Add((pixel[0], pixel[1], pixel[2]));
                red[pixel[0]]++;
                green[pixel[1]]++;
                blue[pixel[2]]++;
            }
        }

        int r = Median(red, edge.Count), g = Median(green, edge.Count), b = Median(blue, edge.Count);
        return Math.Min(r, Math.Min(g, b)) >= Light
            && edge.Count(p => Math.Abs(p.R - r) <= Near && Math.Abs(p.G - g) <= Near && Math.Abs(p.B - b) <= Near)
                >= Enough * edge.Count;
    }

    /// <summary>The value in the middle of so many that were counted.</summary>
    static int Median(ReadOnlySpan<int> counts, int count)
    {
        int value = 0;
        for (int below = counts[0]; below <= count / 2; below += counts[value])
        {
            value++;
        }

        return value;
    }
}
