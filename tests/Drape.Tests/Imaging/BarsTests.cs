using Drape.Imaging;

namespace Drape.Tests.Imaging;

public sealed class BarsTests
{
    [Theory]
    [InlineData(70, 0)]
    [InlineData(0, 40)]
    [InlineData(30, 30)]
    [InlineData(300, 200)]
    public void A_photo_between_black_bars_is_what_is_between_them(int across, int down)
    {
        var barred = Barred(Drawn.Quarters(), across, down, grey: 3);

        Assert.Equal(new PixelBox(across, down, 96, 64), Bars.Within(barred));
        Assert.Equal(Drawn.Quarters().Pixels, barred.Part(Bars.Within(barred)).Pixels);
    }

    [Fact]
    public void Where_compression_touched_the_bar_the_photo_begins_behind_that()
    {
        var barred = Barred(Drawn.Quarters(), 70, 0, grey: 3);
        barred[69, 20].Fill(40);
        barred[70 + 96, 30].Fill(40);

        Assert.Equal(new PixelBox(70, 0, 96, 64), Bars.Within(barred));
    }

    [Fact]
    public void A_small_photo_in_a_black_picture_may_begin_darkly_on_part_of_its_edge()
    {
        var photo = Drawn.Picture(96, 64, (_, y) => y < 20 ? ((byte)3, (byte)3, (byte)3) : Drawn.Blue);
        var barred = Barred(photo, 300, 200, grey: 3);

        Assert.Equal(new PixelBox(300, 220, 96, 44), Bars.Within(barred));
    }

    [Fact]
    public void A_bar_on_one_side_belongs_to_the_photo()
    {
        var barred = Barred(Drawn.Quarters(), 70, 0, grey: 3);
        var part = barred.Part(new PixelBox(0, 0, 70 + 96, 64));

        Assert.Equal(part.Whole, Bars.Within(part));
    }

    [Fact]
    public void A_shops_white_ground_is_no_bar()
    {
        var barred = Barred(Drawn.Quarters(), 70, 0, grey: 255);

        Assert.Equal(barred.Whole, Bars.Within(barred));
    }

    [Theory]
    [InlineData(255, 30, 20)]
    [InlineData(128, 8, 60)]
    public void A_photo_in_a_frame_of_any_grey_is_what_is_within(byte frame, int across, int down)
    {
        var framed = Barred(Drawn.Quarters().Turned(1), across, down, frame);

        Assert.Equal(new PixelBox(across, down, 64, 96), Bars.Within(framed));
    }

    [Fact]
    public void A_folded_cloth_of_one_colour_on_white_keeps_its_ground()
    {
        var cloth = Barred(Drawn.Picture(64, 96, (_, _) => Drawn.Blue), 30, 20, grey: 255);

        Assert.Equal(cloth.Whole, Bars.Within(cloth));
    }

    [Fact]
    public void An_oblong_wallet_on_white_keeps_its_ground()
    {
        var wallet = Barred(Drawn.Quarters(), 30, 60, grey: 255);

        Assert.Equal(wallet.Whole, Bars.Within(wallet));
    }

    [Fact]
    public void A_thing_before_a_black_ground_keeps_its_ground()
    {
        var round = Drawn.Picture(200, 200, (x, y) => ((x - 100) * (x - 100)) + ((y - 100) * (y - 100)) < 60 * 60 ? Drawn.Blue : ((byte)0, (byte)0, (byte)0));

        Assert.Equal(round.Whole, Bars.Within(round));
    }

    [Fact]
    public void A_garment_before_a_black_ground_keeps_its_ground()
    {
        // A hem as straight as a photo's edge, but sleeves and a neck that are not.
        var shirt = Drawn.Picture(200, 200, (x, y) => (x is >= 60 and < 140 && y is >= 40 and < 160 && !(x is >= 90 and < 110 && y < 50))
            || (x is >= 40 and < 160 && y is >= 40 and < 70) ? Drawn.Blue : ((byte)0, (byte)0, (byte)0));

        Assert.Equal(shirt.Whole, Bars.Within(shirt));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    public void One_colour_all_over_has_no_bars(byte colour)
    {
        var even = Drawn.Picture(40, 30, (_, _) => (colour, colour, colour));

        Assert.Equal(even.Whole, Bars.Within(even));
    }

    /// <summary>A picture with so many pixels of one grey to its sides.</summary>
    public static PixelImage Barred(PixelImage photo, int across, int down, byte grey) =>
        Drawn.Picture(photo.Width + (2 * across), photo.Height + (2 * down), (x, y) =>
        {
            var (inX, inY) = (x - across, y - down);
            if (inX < 0 || inY < 0 || inX >= photo.Width || inY >= photo.Height)
            {
                return (grey, grey, grey);
            }

            var pixel = photo[inX, inY];
            return (pixel[0], pixel[1], pixel[2]);
        });
}
