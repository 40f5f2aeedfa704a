using Drape.Colours;

namespace Drape.Tests.Colours;

public sealed class OkLabTests
{
    [Fact]
    public void A_pixel_survives_the_way_to_OKLab_and_back_within_one_step()
    {
        for (var r = 0; r < 256; r += 15)
        {
            for (var g = 0; g < 256; g += 15)
            {
                for (var b = 0; b < 256; b += 15)
                {
                    var back = OkLab.FromSrgb((byte)r, (byte)g, (byte)b).ToSrgb();
                    Assert.InRange(back.R - r, -1, 1);
                    Assert.InRange(back.G - g, -1, 1);
                    Assert.InRange(back.B - b, -1, 1);
                }
            }
        }
    }

    [Fact]
    public void Many_pixels_at_once_are_what_each_is_alone()
    {
        byte[] pixels = [.. Enumerable.Range(0, 3 * 16 * 16 * 16).Select(i => (byte)(17 * ((i / 3) >> (4 * (i % 3)) & 15))), 1, 2, 3];
        float[] lights = new float[pixels.Length / 3], reds = new float[lights.Length], yellows = new float[lights.Length];

        OkLab.FromSrgb(pixels, lights, reds, yellows);

        for (var i = 0; i < lights.Length; i++)
        {
            var alone = OkLab.FromSrgb(pixels[3 * i], pixels[(3 * i) + 1], pixels[(3 * i) + 2]);
            Assert.InRange(alone.Distance(new OkLab(lights[i], reds[i], yellows[i])), 0, 2e-6f);
        }
    }

    [Theory]
    [InlineData("#ffffff", 1, 0, 0)]
    [InlineData("#000000", 0, 0, 0)]
    [InlineData("#ff0000", 0.62796, 0.22486, 0.12585)]
    [InlineData("#00ff00", 0.86644, -0.23389, 0.17950)]
    [InlineData("#0000ff", 0.45201, -0.03246, -0.31153)]
    public void The_published_values_of_pure_colours_are_met(string hex, double l, double a, double b)
    {
        var colour = OkLab.FromHex(hex);
        Assert.Equal(l, colour.L, 1e-4);
        Assert.Equal(a, colour.A, 1e-4);
        Assert.Equal(b, colour.B, 1e-4);
    }

    [Theory]
    [InlineData("#1f2a4d")]
    [InlineData("#ffffff")]
    [InlineData("#000000")]
    public void A_web_colour_is_written_as_it_was_read(string hex) => Assert.Equal(hex, OkLab.FromHex(hex).ToHex());

    [Theory]
    [InlineData("")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    [InlineData("red")]
    [InlineData("##12345")]
    public void What_is_not_a_web_colour_is_refused(string text) =>
        Assert.Throws<FormatException>(() => OkLab.FromHex(text));

    [Fact]
    public void The_distance_is_the_same_both_ways_and_one_from_black_to_white()
    {
        var (black, white) = (OkLab.FromHex("#000000"), OkLab.FromHex("#ffffff"));
        Assert.Equal(1, black.Distance(white), 3);
        Assert.Equal(black.Distance(white), white.Distance(black));
        Assert.Equal(0, white.Distance(white));
    }

    [Fact]
    public void A_colour_outside_of_sRGB_is_clipped() =>
        Assert.Equal("#ffffff", new OkLab(1.5f, 0, 0).ToHex());
}
