using Drape.Colours;
using Drape.Imaging;

namespace Drape.Cards;

/// <summary>A look as one picture to be shared: photo, style, score, palette, name.</summary>
public sealed record LookCard
{
    /// <summary>Its width in pixels, as sites show previews of links.</summary>
    public const int Width = 1200;

    /// <summary>Its height in pixels.</summary>
    public const int Height = 630;

    const int PhotoWidth = 520, Margin = 64, Left = PhotoWidth + Margin, Room = Width - Left - Margin;
    const int ScoreSize = 124, StripHeight = 30, StripTop = 536;

    static readonly byte[] Ink = [0x1E, 0x1B, 0x18], Muted = [0x6B, 0x63, 0x5B], Accent = [0x7B, 0x2D, 0x3B],
        Line = [0xE6, 0xDF, 0xD5];

    /// <summary>The photo, of any size.</summary>
    public required PixelImage Photo { get; init; }

    /// <summary>What the style is called.</summary>
    public required string Style { get; init; }

    /// <summary>Whose look it is, as it is to stand there.</summary>
    public required string Author { get; init; }

    /// <summary>0 to 100.</summary>
    public required int Score { get; init; }

    /// <summary>What the score is of.</summary>
    public required string ScoreName { get; init; }

    /// <summary>The colours, the largest share first.</summary>
    public IReadOnlyList<NamedColour> Palette { get; init; } = [];

    /// <summary>The names of these colours, in one line.</summary>
    public string PaletteNames { get; init; } = "";

    /// <summary>Draws it.</summary>
    public PixelImage Draw()
    {
        byte[] pixels = new byte[Width * Height * 3];
        for (int i = 0; i < pixels.Length; i += 3)
        {
            Tints.Paper.CopyTo(pixels, i);
        }

        var card = new PixelImage(Width, Height, pixels);
        CardPhoto.Paint(card, Photo, PhotoWidth);
        CardText.Title("Drape", 40, Room).Write(card, Left, 56, Accent);
        int under = 136;
        foreach (var line in CardText.Titles(Style, 76, Room))
        {
            line.Write(card, Left, under, Ink);
            under += line.Size * 11 / 10;
        }

        CardText.Name(Author, 30, Room).Write(card, Left, under + 16, Muted);
        PaintScore(card, 388);
        PaintPalette(card);
        return card;
    }

    void PaintScore(PixelImage card, int top)
    {
        CardRing.Paint(card, Left + (ScoreSize / 2), top + (ScoreSize / 2), ScoreSize / 2, 10, Score / 100f, Accent, Line);
        var number = CardText.Title(Score.ToString(System.Globalization.CultureInfo.InvariantCulture), 50, ScoreSize);
        number.WriteAt(card, Left + ((ScoreSize - number.Width) / 2), top + ((ScoreSize - number.Height) / 2), Ink);
        var words = CardText.Name(ScoreName, 28, Room - ScoreSize - 28);
        words.WriteAt(card, Left + ScoreSize + 28, top + ((ScoreSize - words.Height) / 2), Ink);
    }

    void PaintPalette(PixelImage card)
    {
        double all = Palette.Sum(colour => colour.Share);
        if (all <= 0)
        {
            return;
        }

        double at = 0;
        byte[] strip = new byte[Room * 3];
        foreach (var colour in Palette)
        {
            int from = (int)Math.Round(at / all * Room), to = (int)Math.Round((at += colour.Share) / all * Room);
            for (int x = from; x < to; x++)
            {
                CardRing.Rgb(colour.Hex).CopyTo(strip, x * 3);
            }
        }

        CardRing.Pill(card, Left, StripTop, Room, StripHeight, strip, Line);
        CardText.Name(PaletteNames, 22, Room).Write(card, Left, StripTop + StripHeight + 12, Muted);
    }
}
