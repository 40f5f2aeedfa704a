namespace Drape.Imaging;

/// <summary>How large findings are drawn: lines and letters that fit the figures, not the paper alone.</summary>
/// <param name="Unit">Width of a hairline in pixels.</param>
/// <param name="Letters">Height of the labels' em in pixels.</param>
readonly record struct DrawingScale(int Unit, int Letters)
{
    // A street photo of one person, 352 x 531 pixels: a hairline is one pixel and letters are twelve.
    const double PhoneSide = 416;
    const double PhoneFigure = 400;
    const double Em = 12;
    const int LeastLetters = 9;

    /// <summary>
    /// Lines grow with the area that a figure has to itself, so that a panorama's labels stay small and several people's
    /// are as large as each one's alone; small figures in a large picture get down to half of that.
    /// </summary>
    public static DrawingScale Of(PixelImage image, IReadOnlyCollection<Annotation> annotations)
    {
        PixelBox[] figures = [.. annotations.Where(a => a.Figure is not null).GroupBy(a => a.Figure)
            .Select(worn => worn.Select(a => a.Box).Aggregate((all, box) => all.Around(box)))];
        double area = (double)image.Width * image.Height, whole = Math.Sqrt(area) / PhoneSide;
        double scale = figures.Length == 0 ? whole : Math.Max(whole / 2,
            Math.Min(Math.Sqrt(area / figures.Length) / PhoneSide, figures.Max(f => f.Height) / PhoneFigure));
        return new DrawingScale(Math.Max(1, (int)Math.Round(scale)), Math.Max(LeastLetters, (int)Math.Round(Em * scale)));
    }
}
