using Drape.Cli.Terminal;

namespace Drape.Cli.Tests.Terminal;

public class InkTests
{
    [Theory]
    [InlineData("#1f2a4d", "\e[38;2;31;42;77m██\e[0m ")]
    [InlineData("#ffffff", "\e[38;2;255;255;255m██\e[0m ")]
    public void A_swatch_shows_the_colour_itself(string hex, string expected) =>
        Assert.Equal(expected, new Ink(ColourDepth.True).Swatch(hex));

    [Theory]
    [InlineData("#ff0000", "196")]
    [InlineData("#000000", "16")]
    [InlineData("#808080", "244")] // 8 + 10 * 12 = 128
    [InlineData("#5f87af", "67")] // (1, 2, 3) of the cube
    public void With_256_colours_it_shows_the_nearest(string hex, string index) =>
        Assert.Equal($"\e[38;5;{index}m██\e[0m ", new Ink(ColourDepth.Indexed).Swatch(hex));

    [Fact]
    public void Without_colours_words_stay_as_they_are_and_swatches_go()
    {
        var ink = new Ink(ColourDepth.None);

        Assert.Equal(("a", "b", ""), (ink.Accent("a"), ink.Muted("b"), ink.Swatch("#1f2a4d")));
    }
}
