using Drape.Garments;
using Drape.Imaging;

namespace Drape.Tests.Garments;

/// <summary>A parsed photo that a test lays out itself: rectangles of groups, the later over the earlier.</summary>
/// <param name="width">Columns.</param>
/// <param name="height">Rows.</param>
/// <param name="bags">From how probable on a bag is told.</param>
sealed class Scene(int width = 96, int height = 144, double bags = 0)
{
    public const string Background = "background", Hair = "hair", Skin = "skin", Shirt = "shirt", Trousers = "trousers",
        Footwear = "footwear", Bag = "bag";

    static readonly string[] Names = [Background, Hair, Skin, Shirt, Trousers, Footwear, Bag];

    readonly ParserGroups _groups = new(Names, [.. Names.Select(n => n == Background)], [.. Names.Select(n => n == Skin)],
        [.. Names.Select(n => n == Hair)], [.. Names.Select(n => n == Bag ? bags : 0)])
    {
        Footwear = [.. Names.Select(n => n == Footwear)], Pairs = [.. Names.Select(n => n == Footwear)],
    };

    readonly List<(PixelBox Box, float[] Logits)> _parts = [];

    /// <summary>Adds a rectangle.</summary>
    /// <param name="group">One of the groups.</param>
    /// <param name="x">Left column.</param>
    /// <param name="y">Top row.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="sureness">How far its logit is above those of the others.</param>
    public Scene With(string group, int x, int y, int width, int height, float sureness = 8) => With(new PixelBox(x, y, width, height), (group, sureness));

    /// <summary>Adds a rectangle of which it is not clear what it is.</summary>
    /// <param name="box">The rectangle.</param>
    /// <param name="groups">How far the logits of groups are above those of the others.</param>
    public Scene With(PixelBox box, params (string Group, float Sureness)[] groups)
    {
        _parts.Add((box, [.. Names.Select(name => groups.FirstOrDefault(g => g.Group == name).Sureness)]));
        return this;
    }

    /// <summary>A person of 24 x 120 pixels, or as many parts of that: head, shirt, arms, trousers and two shoes.</summary>
    public Scene WithPerson(int x, int y = 12, double size = 1)
    {
        foreach (var (group, left, top, across, down) in (ReadOnlySpan<(string, int, int, int, int)>)
            [(Hair, 8, 0, 8, 6), (Skin, 8, 6, 8, 8), (Shirt, 2, 14, 20, 40), (Skin, 0, 16, 2, 30), (Skin, 22, 16, 2, 30),
                (Trousers, 4, 54, 16, 56), (Footwear, 2, 110, 8, 10), (Footwear, 14, 110, 8, 10)])
        {
            int fromX = Scaled(left), fromY = Scaled(top);
            With(group, x + fromX, y + fromY, Scaled(left + across) - fromX, Scaled(top + down) - fromY);
        }

        return this;

        int Scaled(int place) => (int)Math.Round(size * place);
    }

    public ParsedPhoto Parse()
    {
        int area = width * height;
        var rented = new Rented<float>(Names.Length * area);
        var logits = rented.Span;
        logits.Clear();
        logits[..area].Fill(8);
        foreach (var (box, own) in _parts)
        {
            for (int pixel = 0; pixel < area; pixel++)
            {
                int x = pixel % width, y = pixel / width;
                if (x >= box.X && x < box.X + box.Width && y >= box.Y && y < box.Y + box.Height)
                {
                    for (int g = 0; g < Names.Length; g++)
                    {
                        logits[g * area + pixel] = own[g];
                    }
                }
            }
        }

        return new ParsedPhoto(_groups, rented, width, height, 1, 1);
    }

    public IReadOnlyList<FoundGarment> Find()
    {
        using var photo = Parse();
        return GarmentFinder.Find(photo);
    }
}
