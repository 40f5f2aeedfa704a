using Drape.Colours;

namespace Drape.Tests.Colours;

public sealed class ColourReadingTests
{
    static readonly NamedColour Most = new("navy", "#1f2a4d", 0.7, "midnight blue");
    static readonly NamedColour Rest = new("white", "#ffffff", 0.3, "white");

    [Fact]
    public void The_largest_share_comes_first()
    {
        Assert.Equal(2, new ColourReading("navy", [Most, Rest]).Colours.Count);
        Assert.Throws<ArgumentException>(() => new ColourReading("navy", [Rest, Most]));
    }

    [Fact]
    public void Shares_sum_to_no_more_than_the_whole() =>
        Assert.Throws<ArgumentException>(() => new ColourReading("navy", [Most, Most]));

    [Fact]
    public void A_reading_holds_one_to_five_colours()
    {
        Assert.Throws<ArgumentException>(() => new ColourReading("navy", []));
        Assert.Throws<ArgumentException>(() => new ColourReading(
            "navy", [.. Enumerable.Repeat(new NamedColour("navy", "#1f2a4d", 0.1, "navy"), 6)]));
    }

    [Theory]
    [InlineData("Navy", "#1f2a4d", 0.5, "navy")]
    [InlineData("navy", "1f2a4d", 0.5, "navy")]
    [InlineData("navy", "#1f2a4", 0.5, "navy")]
    [InlineData("navy", "#1f2a4g", 0.5, "navy")]
    [InlineData("navy", "#1f2a4d", 1.5, "navy")]
    [InlineData("navy", "#1f2a4d", double.NaN, "navy")]
    [InlineData("navy", "#1f2a4d", 0.5, " ")]
    public void A_colour_that_is_not_well_formed_is_refused(string name, string hex, double share, string shade) =>
        Assert.ThrowsAny<ArgumentException>(() => new NamedColour(name, hex, share, shade));

    [Fact]
    public void An_unknown_main_colour_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ColourReading("greige", [Most]));
}
