using Drape.Imaging;

namespace Drape.Tests.Colours;

/// <summary>Draws a T-shirt of given colours on a given floor, so that the right answer is known.</summary>
static class DrawnGarment
{
    public static PixelImage Of(Func<int, int, int> cloth, Func<int, int, int> floor, int width = 160, int height = 200)
    {
        var pixels = new byte[3 * width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var colour = Covers((x + 0.5) / width, (y + 0.5) / height) ? cloth(x, y) : floor(x, y);
                Set(pixels, (y * width) + x, colour);
            }
        }

        return new PixelImage(width, height, pixels);
    }

    public static PixelImage Fill(int width, int height, Func<int, int, int> colour)
    {
        var pixels = new byte[3 * width * height];
        for (var i = 0; i < width * height; i++)
        {
            Set(pixels, i, colour(i % width, i / width));
        }

        return new PixelImage(width, height, pixels);
    }

    public static int WoodenFloor(int x, int y)
    {
        int[] planks = [0x966941, 0xA5764B, 0x875C37];
        var grain = (int)(6 * Math.Sin((y / 5.0) + (x / 20)));
        return planks[x / 20 % 3] + (grain * 0x010101);
    }

    public static int CheckedFloor(int x, int y) => ((x / 16) + (y / 16)) % 2 == 0 ? 0xC8BFB0 : 0x7D8A96;

    public static int Floor(string name, int x, int y) => name switch
    {
        "white" => 0xF4F4F4,
        "gray" => 0x8C8C8C,
        "wooden" => WoodenFloor(x, y),
        "patterned" => CheckedFloor(x, y),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such floor."),
    };

    public static bool Covers(double x, double y)
    {
        var side = Math.Abs(x - 0.5);
        var body = side < 0.21 && y is > 0.15 and < 0.85;
        var sleeve = side < 0.40 && y > 0.15 + (0.35 * (side - 0.1)) && y < 0.33 + (0.25 * (side - 0.1));
        return (body || sleeve) && !(side < 0.07 && y < 0.19);
    }

    static void Set(byte[] pixels, int index, int colour)
    {
        pixels[3 * index] = (byte)(colour >> 16);
        pixels[(3 * index) + 1] = (byte)(colour >> 8);
        pixels[(3 * index) + 2] = (byte)colour;
    }
}
