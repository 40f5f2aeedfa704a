using System.Globalization;
using System.Text;
using Drape.Imaging;
using Drape.Native;

namespace Drape.Cards;

/// <summary>A line of writing on a card.</summary>
sealed class CardText
{
    const int Smallest = 14;
    const int LongestName = 80;

    static readonly Lazy<string> TitleFont = new(() => PlainFont.Of(Path.Combine(NativeRuntime.Home, "title.woff")));
    static readonly Lazy<string> NameFont = new(() => PlainFont.Of(Path.Combine(NativeRuntime.Home, "name.woff")));

    readonly Mask? _letters;

    CardText(Mask? letters, int size) => (_letters, Size) = (letters, size);

    /// <summary>Height of the letters' em in pixels.</summary>
    public int Size { get; }

    /// <summary>How wide the ink is.</summary>
    public int Width => _letters?.Width ?? 0;

    /// <summary>How tall the ink is.</summary>
    public int Height => _letters?.Height ?? 0;

    /// <summary>A line in the serif, or in the Korean font where the serif has no such letters; smaller where there is no room.</summary>
    public static CardText Title(string text, int size, int room) => Fit(text, size, room, title: true);

    /// <summary>A line in the sans serif; smaller where there is no room.</summary>
    public static CardText Name(string text, int size, int room) => Fit(text, size, room, title: false);

    /// <summary>A title in one line, or in two where it is too long.</summary>
    public static IReadOnlyList<CardText> Titles(string text, int size, int room)
    {
        var whole = Title(text, size, int.MaxValue);
        int middle = text.Length / 2;
        int cut = Enumerable.Range(0, text.Length).Where(i => text[i] == ' ' || text[i] == '-')
            .OrderBy(i => Math.Abs(i - middle)).DefaultIfEmpty(-1).First();
        if (whole.Width <= room || cut < 1)
        {
            return [Title(text, size, room)];
        }

        string first = text[..(cut + 1)].TrimEnd(), second = text[(cut + 1)..];
        int fits = Math.Min(Title(first, size, room).Size, Title(second, size, room).Size);
        return [Title(first, fits, room), Title(second, fits, room)];
    }

    /// <summary>Writes it below a line, where capital letters begin.</summary>
    public void Write(PixelImage card, int left, int top, byte[] colour) =>
        WriteAt(card, left, top + Math.Max(0, (Size * 3 / 4) - Height), colour);

    /// <summary>Writes it with its ink exactly there.</summary>
    public void WriteAt(PixelImage card, int left, int top, byte[] colour)
    {
        for (int y = 0; y < Height && top + y < card.Height; y++)
        {
            for (int x = 0; x < Width && left + x < card.Width; x++)
            {
                Pen.Blend(card[left + x, top + y], colour, _letters!.Values[(y * Width) + x] / 255f);
            }
        }
    }

    static CardText Fit(string text, int size, int room, bool title)
    {
        string shown = Shown(text);
        if (shown.Length == 0)
        {
            return new CardText(null, size);
        }

        bool serif = title && shown.All(letter => letter < 0x250);
        var letters = Render(shown, size, serif);
        while (letters.Width > room && size > Smallest)
        {
            size = Math.Max(Smallest, Math.Min(size - 1, size * room / letters.Width));
            letters = Render(shown, size, serif);
        }

        while (letters.Width > room && shown.Length > 2)
        {
            shown = shown[..^2].TrimEnd('…') + "…";
            letters = Render(shown, size, serif);
        }

        return new CardText(letters, size);
    }

    static Mask Render(string text, int size, bool serif) => serif
        // The comma ends the family's name, of which SemiBold is a part there.
        ? LabelText.Render(text, size, "Fraunces SemiBold,", TitleFont.Value)
        : LabelText.Render(text, size, "Pretendard SemiBold", NameFont.Value);

    /// <summary>What the fonts can write: no pictures, and nothing that would turn the line around.</summary>
    static string Shown(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => rune.IsBmp && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.OtherSymbol or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate))
        .Take(LongestName)).Trim();
}
