using Drape.Colours;

namespace Drape.Tests.Colours;

public sealed class ColourNamesTests
{
    [Theory]
    [InlineData("#1f2a4d", "navy")]
    [InlineData("#000080", "navy")]
    [InlineData("#ffffff", "white")]
    [InlineData("#dd2222", "red")]
    [InlineData("#7a4b2a", "brown")]
    [InlineData("#e8d8b8", "beige")]
    [InlineData("#ff8800", "orange")]
    [InlineData("#ffdd00", "yellow")]
    [InlineData("#228b22", "green")]
    [InlineData("#800080", "purple")]
    [InlineData("#ffc0cb", "pink")]
    [InlineData("#808080", "gray")]
    [InlineData("#000000", "black")]
    [InlineData("#87ceeb", "blue")]
    public void A_pure_colour_has_the_name_people_give_it(string hex, string name) =>
        Assert.Equal(name, ColourNames.Of(OkLab.FromHex(hex)).Name);

    [Fact]
    public void There_are_fourteen_names() => Assert.Equal(14, ColourNames.All.Distinct().Count());

    [Fact]
    public void One_colour_alone_is_never_multicolor()
    {
        for (var code = 0; code < 0x1000000; code += 0x010F1D)
        {
            var colour = OkLab.FromSrgb((byte)(code >> 16), (byte)(code >> 8), (byte)code);
            var (name, shade) = ColourNames.Of(colour);
            Assert.Contains(name, ColourNames.All);
            Assert.NotEqual(ColourNames.Multicolor, name);
            Assert.Equal(shade, ColourNames.Shade(name, colour));
        }
    }

    [Theory]
    [InlineData("navy", "#020035", "midnight blue")]
    [InlineData("pink", "#c0737a", "dusty rose")]
    [InlineData("white", "#ffffff", "white")]
    public void A_shade_is_the_nearest_one_of_its_name(string name, string hex, string shade) =>
        Assert.Equal(shade, ColourNames.Shade(name, OkLab.FromHex(hex)));

    [Fact]
    public void What_is_not_one_colour_has_no_shade() =>
        Assert.Throws<ArgumentException>(() => ColourNames.Shade(ColourNames.Multicolor, default));
}
