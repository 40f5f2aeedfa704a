using Drape.Colours;
using Drape.Imaging;

namespace Drape.Tests.Colours;

public sealed class ColourMeterTests
{
    public static TheoryData<string, int, string> PureColours()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var floor in (string[])["white", "gray", "wooden", "patterned"])
        {
            data.Add(floor, 0x1F2A4D, "navy");
            data.Add(floor, 0xFFFFFF, "white");
            data.Add(floor, 0xDD2222, "red");
            data.Add(floor, 0x7A4B2A, "brown");
            data.Add(floor, 0xE8D8B8, "beige");
            data.Add(floor, 0xFF8800, "orange");
            data.Add(floor, 0xFFDD00, "yellow");
            data.Add(floor, 0x228B22, "green");
            data.Add(floor, 0x800080, "purple");
            data.Add(floor, 0xFFC0CB, "pink");
            data.Add(floor, 0x808080, "gray");
            data.Add(floor, 0x0A0A0A, "black");
            data.Add(floor, 0x87CEEB, "blue");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(PureColours))]
    public void A_pure_garment_on_any_floor_has_the_name_people_give_it(string floor, int cloth, string name)
    {
        var reading = ColourMeter.Measure(Draw(cloth, floor));
        Assert.Equal(name, reading.Main);
    }

    [Fact]
    public void A_navy_garment_on_a_wooden_floor_is_named_navy()
    {
        var reading = ColourMeter.Measure(Draw(0x1F2A4D, "wooden"));
        Assert.Equal("navy", reading.Main);
        Assert.Equal("navy", reading.Colours[0].Name);
        Assert.True(reading.Colours[0].Share > 0.9);
        Assert.True(OkLab.FromHex(reading.Colours[0].Hex).Distance(OkLab.FromHex("#1f2a4d")) < 0.03f);
    }

    [Fact]
    public void Folds_leave_one_colour_one_colour()
    {
        var picture = DrawnGarment.Of(
            (x, y) => Scale(0xB02028, 0.85 + (0.15 * Math.Sin((x / 5.0) + (y / 17.0)))),
            (x, y) => DrawnGarment.Floor("white", x, y));
        var reading = ColourMeter.Measure(picture);
        Assert.Equal("red", reading.Main);
        Assert.True(reading.Colours[0].Share > 0.9);
    }

    [Fact]
    public void Broad_stripes_give_both_colours_with_their_shares()
    {
        var picture = DrawnGarment.Of(
            (_, y) => y / 10 % 3 == 0 ? 0xF5F5F5 : 0x1F2A4D,
            (x, y) => DrawnGarment.Floor("wooden", x, y));
        var reading = ColourMeter.Measure(picture);
        Assert.Equal("navy", reading.Colours[0].Name);
        Assert.Contains(reading.Colours, colour => colour.Name is "white");
        Assert.InRange(reading.Colours[0].Share, 0.55, 0.8);
    }

    [Fact]
    public void Many_vivid_colours_of_equal_share_are_multicolor()
    {
        int[] vivid = [0xE02020, 0x20A040, 0x2050E0, 0xF0D020, 0xE060C0, 0x20C0D0];
        var picture = DrawnGarment.Of(
            (x, y) => vivid[((x / 14) + (y / 14 * 2)) % vivid.Length],
            (x, y) => DrawnGarment.Floor("gray", x, y));
        var reading = ColourMeter.Measure(picture);
        Assert.Equal(ColourNames.Multicolor, reading.Main);
        Assert.True(reading.Colours.Count >= 3);
        Assert.DoesNotContain(reading.Colours, colour => colour.Name == ColourNames.Multicolor);
    }

    [Fact]
    public void The_garment_is_found_and_the_floor_is_not()
    {
        var picture = Draw(0x228B22, "patterned");
        var mask = ColourMeter.Foreground(picture);
        var right = 0;
        for (var i = 0; i < mask.Values.Length; i++)
        {
            var covered = DrawnGarment.Covers(
                ((i % mask.Width) + 0.5) / mask.Width, ((i / mask.Width) + 0.5) / mask.Height);
            right += covered == mask.Values[i] >= 128 ? 1 : 0;
        }

        Assert.True(right > 0.95 * mask.Values.Length);
    }

    [Fact]
    public void Another_opinion_decides_between_names_that_fit_and_not_against_the_measurement()
    {
        var dimWhite = Draw(0xC4C2BE, "wooden");
        var opinion = ColourNames.All.ToDictionary(name => name, name => name == "white" ? 0.9 : 0.1 / 13);
        Assert.Equal("white", ColourMeter.Measure(dimWhite, opinion).Main);

        var red = ColourMeter.Measure(Draw(0xDD2222, "wooden"), opinion);
        Assert.Equal("red", red.Main);
        Assert.Equal(ColourMeter.Measure(Draw(0xDD2222, "wooden")).Colours[0].Hex, red.Colours[0].Hex);
    }

    [Fact]
    public void A_speck_in_the_garments_colour_is_not_garment()
    {
        var picture = DrawnGarment.Fill(
            160, 160, (x, y) => (x is > 40 and < 120 && y is > 40 and < 120) || (x < 8 && y < 8) ? 0x1F2A4D : 0xE8E8E8);

        var bounds = ColourMeter.Foreground(picture).Stretch(picture.Width, picture.Height).Bounds()!.Value;

        Assert.InRange(bounds.X, 36, 44);
        Assert.InRange(bounds.Y, 36, 44);
        Assert.InRange(bounds.Width, 74, 86);
    }

    [Fact]
    public void Both_shoes_of_a_pair_are_garment()
    {
        var picture = DrawnGarment.Fill(
            160, 120, (x, y) => y is > 30 and < 95 && (x is > 25 and < 65 || x is > 90 and < 130) ? 0x7A4B2A : 0xE8E8E8);

        var bounds = ColourMeter.Foreground(picture).Stretch(picture.Width, picture.Height).Bounds()!.Value;

        Assert.InRange(bounds.X, 22, 30);
        Assert.InRange(bounds.X + bounds.Width, 126, 134);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 300)]
    [InlineData(300, 1)]
    [InlineData(2, 3)]
    [InlineData(97, 96)]
    [InlineData(640, 480)]
    public void A_picture_of_any_size_and_one_colour_gives_a_valid_reading(int width, int height)
    {
        foreach (var colour in (int[])[0x000000, 0xFFFFFF, 0x808080, 0xFF0000, 0x0000FF])
        {
            AssertValid(ColourMeter.Measure(DrawnGarment.Fill(width, height, (_, _) => colour)));
        }
    }

    [Fact]
    public void Noise_of_any_size_gives_a_valid_reading_and_mask()
    {
        var random = new Random(7);
        for (var round = 0; round < 60; round++)
        {
            var (width, height) = (random.Next(1, 180), random.Next(1, 180));
            var pixels = new byte[3 * width * height];
            random.NextBytes(pixels);
            var picture = new PixelImage(width, height, pixels);
            AssertValid(ColourMeter.Measure(picture));
            var mask = ColourMeter.Foreground(picture);
            Assert.InRange(mask.Width * (double)height / (mask.Height * (double)width), 0.5, 2);
        }
    }

    [Fact]
    public void The_same_picture_gives_the_same_reading()
    {
        var picture = Draw(0x6A3D9A, "patterned");
        var (first, second) = (ColourMeter.Measure(picture), ColourMeter.Measure(picture));
        Assert.Equal(first.Main, second.Main);
        Assert.Equal(first.Colours, second.Colours);
    }

    static PixelImage Draw(int cloth, string floor) =>
        DrawnGarment.Of((_, _) => cloth, (x, y) => DrawnGarment.Floor(floor, x, y));

    static int Scale(int colour, double by) =>
        ((int)((colour >> 16) * by) << 16) | ((int)(((colour >> 8) & 255) * by) << 8) | (int)((colour & 255) * by);

    static void AssertValid(ColourReading reading)
    {
        Assert.Contains(reading.Main, ColourNames.All);
        Assert.InRange(reading.Colours.Count, 1, ColourReading.Most);
        Assert.InRange(reading.Colours.Sum(colour => colour.Share), 0, 1 + 1e-4);
        Assert.Equal(reading.Colours.OrderByDescending(colour => colour.Share), reading.Colours);
        Assert.All(reading.Colours, colour => Assert.Matches("^#[0-9a-f]{6}$", colour.Hex));
        if (reading.Main != ColourNames.Multicolor)
        {
            Assert.Contains(reading.Colours, colour => colour.Name == reading.Main);
        }
    }
}
