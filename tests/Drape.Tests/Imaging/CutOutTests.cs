using Drape.Imaging;

namespace Drape.Tests.Imaging;

public sealed class CutOutTests
{
    const int Width = 240, Height = 320;

    static readonly (byte R, byte G, byte B) Wool = (128, 128, 128);

    // As light as the wool.
    static readonly (byte R, byte G, byte B) Wood = (190, 120, 25);

    [Fact]
    public void What_is_cut_out_is_whole_and_around_it_is_nothing()
    {
        var cut = Cut(Garment(Wool, (20, 90, 200)), Rough(60, 80));

        Assert.InRange(cut.Width, 120, 145);
        Assert.InRange(cut.Height, 200, 225);
        Assert.True(IsLike(cut[cut.Width / 2, cut.Height / 2], Wool));
        foreach (var (x, y) in ((int, int)[])[(0, 0), (cut.Width - 1, 0), (0, cut.Height - 1), (cut.Width - 1, cut.Height - 1)])
        {
            Assert.True(IsLike(cut[x, y], (255, 255, 255)));
        }
    }

    [Fact]
    public void No_rim_of_the_ground_stays_where_it_is_as_light_as_the_cloth()
    {
        var cut = Cut(Garment(Wool, Wood), Rough(60, 80));

        int rim = Count(cut, pixel => pixel[0] - pixel[2] > 50), cloth = Count(cut, pixel => IsLike(pixel, Wool));

        Assert.InRange(rim, 0, Edge / 4);
        Assert.InRange(cloth, (120 * 200) - (2 * Edge), 120 * 200);
    }

    [Fact]
    public void A_rough_mask_does_not_show_as_steps()
    {
        var cut = Cut(Garment((30, 30, 40), (230, 225, 215)), Rough(30, 40));

        // Along a straight side the cloth begins at the same place everywhere.
        int[] begins = [.. Enumerable.Range(40, cut.Height - 80).Select(y =>
            Enumerable.Range(0, cut.Width).First(x => cut[x, y][0] < 128))];
        Assert.InRange(begins.Max() - begins.Min(), 0, 2);
    }

    [Fact]
    public void Where_colours_tell_nothing_the_mask_alone_decides()
    {
        var cut = Cut(Garment(Wool, Wool), Rough(60, 80));

        Assert.True(IsLike(cut[cut.Width / 2, cut.Height / 2], Wool));
        Assert.True(IsLike(cut[0, 0], (255, 255, 255)));
    }

    [Fact]
    public void A_garment_that_leaves_the_photo_is_cut_off_there_and_nowhere_before()
    {
        var picture = Drawn.Picture(Width, Height, (x, y) => x < 100 ? Wool : Wood);

        var cut = Cut(picture, new Mask(60, 80, [.. Enumerable.Range(0, 60 * 80).Select(i => (byte)(i % 60 < 25 ? 255 : 0))]));

        Assert.Equal(Height, cut.Height);
        Assert.All((int[])[0, Height / 2, Height - 1], y => Assert.True(IsLike(cut[0, y], Wool)));
    }

    [Theory]
    [InlineData(720, 215)]
    [InlineData(100, 105)]
    [InlineData(16, 20)]
    public void What_is_large_is_made_small_and_what_is_small_stays(int longSide, int longest)
    {
        var cut = Cut(Garment(Wool, Wood), Rough(60, 80), longSide);

        Assert.InRange(Math.Max(cut.Width, cut.Height), longest - 6, longest + 6);
    }

    [Fact]
    public void Of_nothing_there_is_no_picture() =>
        Assert.Null(CutOut.Encode(Garment(Wool, Wood), new Mask(60, 80, new byte[60 * 80]), 720));

    [Fact]
    public void A_side_below_sixteen_pixels_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CutOut.Encode(Garment(Wool, Wood), Rough(60, 80), 15));

    /// <summary>Pixels of the garment's edge.</summary>
    const int Edge = 2 * (120 + 200);

    static PixelImage Garment((byte R, byte G, byte B) cloth, (byte R, byte G, byte B) ground) =>
        Drawn.Picture(Width, Height, (x, y) => Inside(x, y) ? cloth : ground);

    static bool Inside(double x, double y) => x is >= 60 and < 180 && y is >= 60 and < 260;

    /// <summary>A mask as networks make it: few pixels, soft, and a little larger than the garment.</summary>
    static Mask Rough(int width, int height)
    {
        byte[] values = new byte[width * height];
        for (int i = 0; i < values.Length; i++)
        {
            double x = (i % width + 0.5) * Width / width, y = (i / width + 0.5) * Height / height;
            double off = Math.Max(Math.Max(60 - x, x - 180), Math.Max(60 - y, y - 260)); // pixels outside of the garment
            values[i] = (byte)(255 * Math.Clamp(0.85 - off / 8, 0, 1));
        }

        return new Mask(width, height, values);
    }

    /// <summary>What is cut out, on white.</summary>
    static PixelImage Cut(PixelImage picture, Mask mask, int longSide = 720) =>
        PhotoDecoder.Decode(CutOut.Encode(picture, mask, longSide)!, 4096).Pixels;

    static int Count(PixelImage picture, Func<byte[], bool> which) =>
        picture.Pixels.Chunk(3).Count(which);

    static bool IsLike(ReadOnlySpan<byte> pixel, (byte R, byte G, byte B) colour) =>
        Math.Abs(pixel[0] - colour.R) < 12 && Math.Abs(pixel[1] - colour.G) < 12 && Math.Abs(pixel[2] - colour.B) < 12;
}
