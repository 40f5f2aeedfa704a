using Drape.Colours;

namespace Drape.Tests.Colours;

public class LookPaletteTests
{
    [Fact]
    public void A_large_garment_weighs_more_than_a_small_one()
    {
        var palette = LookPalette.Of([([Red()], 1), ([Blue()], 3)]);

        Assert.Equal(["blue", "red"], palette.Select(c => c.Name));
        Assert.Equal([0.75, 0.25], palette.Select(c => c.Share));
    }

    [Fact]
    public void Like_colours_of_two_garments_are_one_swatch()
    {
        var palette = LookPalette.Of([([Red("#b02a30")], 1), ([Red("#b22c31")], 1)]);

        Assert.Equal(1, Assert.Single(palette).Share);
    }

    [Fact]
    public void What_is_hardly_there_is_no_swatch() =>
        Assert.Equal(["red"], LookPalette.Of([([Red()], 99), ([Blue()], 1)]).Select(c => c.Name));

    [Fact]
    public void There_are_six_swatches_at_most_and_their_shares_are_whole()
    {
        string[] many = ["#000000", "#404040", "#808080", "#c0c0c0", "#ffffff", "#d62828", "#2c5fbb", "#3a8f3a"];

        var palette = LookPalette.Of(many.Select(hex =>
            ((IReadOnlyList<NamedColour>)[new NamedColour("gray", hex, 1, "gray")], 1.0)));

        Assert.Equal(6, palette.Count);
        Assert.Equal(1, palette.Sum(c => c.Share), 0.001);
    }

    [Fact]
    public void Without_garments_it_is_empty() => Assert.Empty(LookPalette.Of([]));

    static NamedColour Red(string hex = "#b02a30") => new("red", hex, 1, "red");

    static NamedColour Blue() => new("blue", "#2c5fbb", 1, "blue");
}
