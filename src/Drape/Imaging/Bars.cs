namespace Drape.Imaging;

/// <summary>The black bars that a video, a slide or a screen puts beside a photo of other proportions, or around a smaller one.</summary>
static class Bars
{
    // A bar's brightest channel, and how far its channels stray when it was compressed.
    const int Dark = 40;
    const int Noise = 8;

    // The least part of a side that each of two opposite bars takes; as much again beside the photo may be touched by its compression.
    const int Least = 50;

    // Where the photo begins, so much of the line differs from the bar by more than its noise: a thing before a black ground does not.
    const double Begun = 0.3;

    // Within four bars so much of what lies between the other two: no thing but an oblong one has such an edge on every side.
    const double Framed = 0.6;

    /// <summary>The photo between two opposite bars, or within four; the whole picture where there are none.</summary>
    public static PixelBox Within(PixelImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (picture[0, 0].ContainsAnyExceptInRange((byte)0, (byte)Dark))
        {
            return picture.Whole;
        }

        Lines columns = new(picture, Upright: true), rows = new(picture, Upright: false);
        bool around = columns.Even != (0, 0) && rows.Even != (0, 0);
        var across = columns.Pair(around ? Framed * rows.Inner : Begun * columns.Length);
        var down = rows.Pair(around ? Framed * columns.Inner : Begun * rows.Length);
        if (around && (across == (0, 0) || down == (0, 0)))
        {
            return picture.Whole;
        }

        return new PixelBox(across.First, down.First, picture.Width - across.First - across.Last, picture.Height - down.First - down.Last);
    }

    /// <summary>A picture's columns, from the left, or its rows, from the top.</summary>
    readonly record struct Lines(PixelImage Picture, bool Upright)
    {
        int Count => Upright ? Picture.Width : Picture.Height;

        /// <summary>Pixels of a line.</summary>
        public int Length => Upright ? Picture.Height : Picture.Width;

        /// <summary>How many are nothing but bar at the one side and at the other; none where not both sides have enough of them.</summary>
        public (int First, int Last) Even => Opposite(EvenFrom(backwards: false), EvenFrom(backwards: true));

        /// <summary>How many lie between those.</summary>
        public int Inner => Count - Even.First - Even.Last;

        /// <summary>How many are bar at the one side and at the other, with those that its compression touched; none where not both sides have one.</summary>
        /// <param name="begun">How many pixels of a line differ from the bar, where the photo begins.</param>
        public (int First, int Last) Pair(double begun) => Opposite(BarFrom(backwards: false, begun), BarFrom(backwards: true, begun));

        (int First, int Last) Opposite(int first, int last) =>
            Least * Math.Min(first, last) >= Count && first + last < Count ? (first, last) : (0, 0);

        int BarFrom(bool backwards, double begun)
        {
            int line = EvenFrom(backwards), most = Math.Min(Count, line + 1 + (Count / Least));
            while (line < most && Differing(line, backwards) < begun)
            {
                line++;
            }

            return line < most ? line : 0;
        }

        int EvenFrom(bool backwards)
        {
            int line = 0;
            while (line < Count && Differing(line, backwards) == 0)
            {
                line++;
            }

            return line;
        }

        /// <summary>How many pixels of a line differ from the corner's colour.</summary>
        int Differing(int line, bool backwards)
        {
            int differing = 0, at = backwards ? Count - 1 - line : line;
            var bar = Picture[0, 0];
            for (int i = 0; i < Length; i++)
            {
                var pixel = Upright ? Picture[at, i] : Picture[i, at];
                differing += Math.Abs(pixel[0] - bar[0]) > Noise || Math.Abs(pixel[1] - bar[1]) > Noise || Math.Abs(pixel[2] - bar[2]) > Noise ? 1 : 0;
            }

            return differing;
        }
    }
}
