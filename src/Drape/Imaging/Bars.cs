namespace Drape.Imaging;

/// <summary>
/// The black bars that a video, a slide or a screen puts beside a photo of other proportions, or around a smaller one, and the frame of
/// any colour that people put around a photo that they share.
/// </summary>
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

    // The same within a frame that is not black, and how much wider than high the photo is at most. What a shop sells lies on such grounds: of
    // 3600 products 24 wallets, four clutches and a headband have such an edge, and all are wider.
    const double FramedInLight = 0.75;
    const double Widest = 1.05;

    /// <summary>The photo between two opposite bars, or within four or a frame; the whole picture where there are none.</summary>
    public static PixelBox Within(PixelImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        bool black = !picture[0, 0].ContainsAnyExceptInRange((byte)0, (byte)Dark);
        Lines columns = new(picture, upright: true);
        if (!black && columns.Even == (0, 0))
        {
            return picture.Whole;
        }

        Lines rows = new(picture, upright: false);
        bool around = columns.Even != (0, 0) && rows.Even != (0, 0);
        if (!black && (!around || columns.Inner > Widest * rows.Inner))
        {
            return picture.Whole;
        }

        double framed = black ? Framed : FramedInLight;
        var across = columns.Pair(around ? framed * rows.Inner : Begun * columns.Length);
        var down = rows.Pair(around ? framed * columns.Inner : Begun * rows.Length);
        if (around && (across == (0, 0) || down == (0, 0)))
        {
            return picture.Whole;
        }

        PixelBox within = new(across.First, down.First, picture.Width - across.First - across.Last, picture.Height - down.First - down.Last);
        return black || HasSeveralGrounds(picture, within) ? within : picture.Whole;
    }

    /// <summary>Whether a part's corners differ, as a photo's mostly do and a folded cloth's do not.</summary>
    static bool HasSeveralGrounds(PixelImage picture, PixelBox part)
    {
        var (left, top) = (part.X + (part.Width / Least), part.Y + (part.Height / Least));
        var (right, bottom) = (part.X + part.Width - 1 - (part.Width / Least), part.Y + part.Height - 1 - (part.Height / Least));
        return Differ(picture[left, top], picture[right, top]) || Differ(picture[left, top], picture[left, bottom])
            || Differ(picture[left, top], picture[right, bottom]);
    }

    static bool Differ(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) =>
        Math.Abs(one[0] - other[0]) > Noise || Math.Abs(one[1] - other[1]) > Noise || Math.Abs(one[2] - other[2]) > Noise;

    /// <summary>A picture's columns, from the left, or its rows, from the top.</summary>
    sealed class Lines
    {
        readonly PixelImage _picture;
        readonly bool _upright;
        readonly int _count, _first, _last;

        public Lines(PixelImage picture, bool upright)
        {
            (_picture, _upright) = (picture, upright);
            (_count, Length) = upright ? (picture.Width, picture.Height) : (picture.Height, picture.Width);
            (_first, _last) = (EvenFrom(backwards: false), EvenFrom(backwards: true));
        }

        /// <summary>Pixels of a line.</summary>
        public int Length { get; }

        /// <summary>How many are nothing but bar at the one side and at the other; none where not both sides have enough of them.</summary>
        public (int First, int Last) Even => Opposite(_first, _last);

        /// <summary>How many lie between those.</summary>
        public int Inner => _count - Even.First - Even.Last;

        /// <summary>How many are bar at the one side and at the other, with those that its compression touched; none where not both sides have one.</summary>
        /// <param name="begun">How many pixels of a line differ from the bar, where the photo begins.</param>
        public (int First, int Last) Pair(double begun) => Opposite(BarFrom(backwards: false, begun), BarFrom(backwards: true, begun));

        (int First, int Last) Opposite(int first, int last) =>
            Least * Math.Min(first, last) >= _count && first + last < _count ? (first, last) : (0, 0);

        int BarFrom(bool backwards, double begun)
        {
            int line = backwards ? _last : _first, most = Math.Min(_count, line + 1 + (_count / Least));
            while (line < most && Differing(line, backwards) < begun)
            {
                line++;
            }

            return line < most ? line : 0;
        }

        int EvenFrom(bool backwards)
        {
            int line = 0;
            while (line < _count && Differing(line, backwards) == 0)
            {
                line++;
            }

            return line;
        }

        /// <summary>How many pixels of a line differ from the corner's colour.</summary>
        int Differing(int line, bool backwards)
        {
            int differing = 0, at = backwards ? _count - 1 - line : line;
            var bar = _picture[0, 0];
            for (int i = 0; i < Length; i++)
            {
                differing += Differ(_upright ? _picture[at, i] : _picture[i, at], bar) ? 1 : 0;
            }

            return differing;
        }
    }
}
