using Drape.Drawing;
using Drape.Drawing.Figures;
using Drape.Imaging;

namespace Drape.Tests;

/// <summary>Pictures that tests draw for themselves.</summary>
static class Drawn
{
    public static readonly (byte R, byte G, byte B)
        Red = (220, 30, 30), Green = (30, 180, 60), Blue = (30, 60, 200), White = (245, 245, 245);

    /// <summary>A picture whose pixels a function gives.</summary>
    public static PixelImage Picture(int width, int height, Func<int, int, (byte R, byte G, byte B)> colour)
    {
        byte[] pixels = new byte[width * height * 3];
        for (int y = 0, i = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                (pixels[i++], pixels[i++], pixels[i++]) = colour(x, y);
            }
        }

        return new PixelImage(width, height, pixels);
    }

    /// <summary>Four quarters: red and green above, blue and white below. Every orientation of it differs.</summary>
    public static PixelImage Quarters(int width = 96, int height = 64) => Picture(width, height, (x, y) =>
        (x < width / 2, y < height / 2) switch
        {
            (true, true) => Red,
            (false, true) => Green,
            (true, false) => Blue,
            _ => White,
        });

    /// <summary>A smooth, noisy picture that no encoder can store in a few bytes.</summary>
    public static PixelImage Noisy(int width, int height, int seed = 3)
    {
        var random = new Random(seed);
        return Picture(width, height, (x, y) =>
            ((byte)(x * 200 / width + random.Next(40)), (byte)(y * 200 / height + random.Next(40)), (byte)random.Next(256)));
    }

    /// <summary>A photo of a T-shirt that lies on a floor.</summary>
    public static PixelImage Shirt()
    {
        var drawn = Painter.Paint(new GarmentScene { Shape = GarmentShape.TShirt, Width = 300, Height = 400, Seed = 5 });
        return new PixelImage(drawn.Width, drawn.Height, drawn.Pixels);
    }

    /// <summary>Somebody in the street, from head to foot, in a shirt or a dress.</summary>
    public static PixelImage Person(bool dress = false)
    {
        var drawn = FigurePainter.Paint(new FigureScene
        {
            Attire = dress ? new InOnePiece(new(DressKind.Summer, 0x8A2A3A, GarmentPattern.Floral, 0xF0DADA))
                : new Separates(new(TopKind.Sweater, 0xB0343C), new(BelowKind.Jeans, 0x34466A)),
            Shoes = new(ShoeKind.Loafers, 0x2A1C14),
            Width = 300,
            Height = 450,
            Seed = 5,
        });
        return new PixelImage(drawn.Width, drawn.Height, drawn.Pixels);
    }

    /// <summary>Pictures of one height beside each other.</summary>
    public static PixelImage Beside(params PixelImage[] pictures)
    {
        int[] lefts = [.. pictures.Select((_, i) => pictures.Take(i).Sum(p => p.Width))];
        return Picture(pictures.Sum(p => p.Width), pictures[0].Height, (x, y) =>
        {
            int which = Array.FindLastIndex(lefts, left => left <= x);
            var pixel = pictures[which][x - lefts[which], y];
            return (pixel[0], pixel[1], pixel[2]);
        });
    }

    /// <summary>The name of the nearest of the four quarter colours.</summary>
    public static char Nearest(ReadOnlySpan<byte> pixel)
    {
        char best = '?';
        int least = int.MaxValue;
        foreach (var (name, c) in (ReadOnlySpan<(char, (byte R, byte G, byte B))>)
            [('R', Red), ('G', Green), ('B', Blue), ('W', White)])
        {
            int distance = Square(pixel[0] - c.R) + Square(pixel[1] - c.G) + Square(pixel[2] - c.B);
            (best, least) = distance < least ? (name, distance) : (best, least);
        }

        return best;
    }

    static int Square(int x) => x * x;
}
