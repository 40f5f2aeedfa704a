namespace Drape.Server.Pages.Looks;

/// <summary>Where on a photo a garment's dot and its name are drawn, in pixels of the photo.</summary>
sealed record Spot
{
    // Letters as shares of the height of the writing: wide ones are Korean.
    const double Narrow = 0.58, Wide = 1.0;

    /// <summary>A measure for what is drawn: the same size on the screen whatever the photo's size.</summary>
    public required double Unit { get; init; }

    /// <summary>The dot's middle.</summary>
    public required double X { get; init; }

    /// <inheritdoc cref="X"/>
    public required double Y { get; init; }

    /// <summary>The garment's box.</summary>
    public required double Left { get; init; }

    /// <inheritdoc cref="Left"/>
    public required double Top { get; init; }

    /// <inheritdoc cref="Left"/>
    public required double Width { get; init; }

    /// <inheritdoc cref="Left"/>
    public required double Height { get; init; }

    /// <summary>The height of the writing.</summary>
    public required double Letter { get; init; }

    /// <summary>The box of the name.</summary>
    public required double TagLeft { get; init; }

    /// <inheritdoc cref="TagLeft"/>
    public required double TagTop { get; init; }

    /// <inheritdoc cref="TagLeft"/>
    public required double TagWidth { get; init; }

    /// <inheritdoc cref="TagLeft"/>
    public required double TagHeight { get; init; }

    /// <summary>Places a garment's dot: in the middle of its box, or beside it where another one is near.</summary>
    public static Spot Of(PhotoReading reading, int garment, string name)
    {
        double unit = reading.Width * 0.016;
        (double X, double Y) place = default;
        var taken = new List<(double X, double Y)>();
        for (int i = 0; i <= garment; i++)
        {
            place = Place(reading, i, taken, unit * 6);
            taken.Add(place);
        }

        var box = reading.Garments[garment].Box;
        double letter = reading.Width * 0.036;
        double width = Math.Min(reading.Width * 0.96, (name.EnumerateRunes().Sum(rune => rune.Value > 0x1100 ? Wide : Narrow) + 1.8) * letter);
        double height = letter * 1.9;
        double top = place.Y - height - (unit * 2.4);
        return new Spot
        {
            Unit = unit,
            X = place.X,
            Y = place.Y,
            Left = box.X,
            Top = box.Y,
            Width = box.Width,
            Height = box.Height,
            Letter = letter,
            TagWidth = width,
            TagHeight = height,
            TagLeft = Math.Clamp(place.X - (width / 2), reading.Width * 0.02, (reading.Width * 0.98) - width),
            TagTop = top < 0 ? place.Y + (unit * 2.4) : top,
        };
    }

    static (double X, double Y) Place(PhotoReading reading, int garment, List<(double X, double Y)> taken, double room)
    {
        var box = reading.Garments[garment].Box;
        (double, double)[] shares = [(.5, .5), (.5, .28), (.5, .72), (.28, .5), (.72, .5)];
        var places = shares.Select(share => (X: box.X + (box.Width * share.Item1), Y: box.Y + (box.Height * share.Item2))).ToArray();
        return places.Cast<(double X, double Y)?>().FirstOrDefault(place => taken.TrueForAll(
            other => Math.Sqrt(Math.Pow(other.X - place!.Value.X, 2) + Math.Pow(other.Y - place.Value.Y, 2)) >= room)) ?? places[0];
    }
}
