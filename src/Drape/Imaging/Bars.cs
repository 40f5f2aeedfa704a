namespace Drape.Imaging;

/// <summary>The black bars that a video, a slide or a screen puts beside a photo of other proportions.</summary>
static class Bars
{
    // A bar's brightest channel, and how far its channels stray when it was compressed.
    const int Dark = 40;
    const int Noise = 8;

    // The least part of a side that each of two opposite bars takes; as much again beside the photo may be touched by its compression.
    const int Least = 50;

    // Where the photo begins, so much of the line differs from the bar by more than its noise: a thing before a black ground does not.
    const double Begun = 0.3;

    /// <summary>The photo between two opposite bars, or within four; the whole picture where there are none.</summary>
    public static PixelBox Within(PixelImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (picture[0, 0].ContainsAnyExceptInRange((byte)0, (byte)Dark))
        {
            return picture.Whole;
        }

        var (left, right) = Pair(picture, upright: true);
        var (top, bottom) = Pair(picture, upright: false);
        return new PixelBox(left, top, picture.Width - left - right, picture.Height - top - bottom);
    }

    /// <summary>How wide the bars at the left and right edge are, or the upper and lower one; nothing where not both are there.</summary>
    static (int First, int Last) Pair(PixelImage picture, bool upright)
    {
        int lines = upright ? picture.Width : picture.Height;
        int first = Bar(i => i), last = Bar(i => lines - 1 - i);
        return Least * Math.Min(first, last) >= lines ? (first, last) : (0, 0);

        int Bar(Func<int, int> line)
        {
            int even = 0;
            while (even < lines && Differing(picture, upright, line(even)) == 0)
            {
                even++;
            }

            int begins = even, most = Math.Min(lines, even + 1 + (lines / Least));
            while (begins < most && Differing(picture, upright, line(begins)) < Begun)
            {
                begins++;
            }

            return begins < most ? begins : 0;
        }
    }

    /// <summary>Which share of a column or row differs from the corner's colour.</summary>
    static double Differing(PixelImage picture, bool upright, int line)
    {
        int length = upright ? picture.Height : picture.Width, differing = 0;
        var bar = picture[0, 0];
        for (int i = 0; i < length; i++)
        {
            var pixel = upright ? picture[line, i] : picture[i, line];
            differing += Math.Abs(pixel[0] - bar[0]) > Noise || Math.Abs(pixel[1] - bar[1]) > Noise || Math.Abs(pixel[2] - bar[2]) > Noise ? 1 : 0;
        }

        return (double)differing / length;
    }
}
