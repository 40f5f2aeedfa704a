using Drape.Colours;
using Drape.Similarity;

namespace Drape.Tests.Similarity;

public class ColourColumnsTests
{
    static readonly OkLab Red = OkLab.FromHex("#c01818");
    static readonly OkLab White = OkLab.FromHex("#ffffff");

    [Fact]
    public void An_item_of_the_colour_is_wholly_like_it() => Assert.Equal(1, Likeness([new(Red, 0.8f)], Red), 1e-3);

    [Fact]
    public void An_item_half_of_the_colour_is_half_like_it() =>
        Assert.Equal(0.5, Likeness([new(Red, 0.4f), new(White, 0.4f)], Red), 0.05);

    [Fact]
    public void A_colour_far_away_counts_little() => Assert.InRange(Likeness([new(White, 1)], Red), 0.0001, 0.2);

    [Theory]
    [InlineData("#00ff00", "#3a5f45", "#d9d9d9")] // a dull green, not a light gray
    [InlineData("#ff0000", "#7a1f22", "#c9a48c")]
    [InlineData("#0000ff", "#2a3f78", "#5a5a5a")]
    [InlineData("#800080", "#4a2f52", "#202020")]
    [InlineData("#ffff00", "#b9a43c", "#f4f4f0")]
    public void Of_a_colour_that_no_cloth_has_the_nearest_cloth_is_found(string asked, string cloth, string other) =>
        Assert.True(Likeness([new(OkLab.FromHex(cloth), 1)], OkLab.FromHex(asked))
            > Likeness([new(OkLab.FromHex(other), 1)], OkLab.FromHex(asked)));

    [Fact]
    public void White_is_told_from_gray_by_its_lightness() => Assert.True(
        Likeness([new(OkLab.FromHex("#f5f5f5"), 1)], White) > 2 * Likeness([new(OkLab.FromHex("#909090"), 1)], White));

    [Fact]
    public void A_nearer_colour_counts_more() => Assert.True(
        Likeness([new(OkLab.FromHex("#c83020"), 1)], Red) > Likeness([new(OkLab.FromHex("#d86040"), 1)], Red));

    [Fact]
    public void At_the_distance_of_a_relative_the_likeness_is_a_half() => Assert.Equal(0.5,
        Likeness([new(new OkLab(0.64f, 0, 0), 1)], new OkLab(0.5f, 0, 0)), 1e-3);

    [Fact]
    public void A_lighter_navy_is_nearer_to_navy_than_charcoal_is() => Assert.True(
        Likeness([new(OkLab.FromHex("#3f4659"), 1)], OkLab.FromHex("#1f2a4d"))
            > Likeness([new(OkLab.FromHex("#283030"), 1)], OkLab.FromHex("#1f2a4d")));

    [Fact]
    public void An_item_without_colours_is_like_none() => Assert.Equal(0, Likeness([], OkLab.FromHex("#000000")));

    [Fact]
    public void Shares_of_nothing_are_like_none() => Assert.Equal(0, Likeness([new(Red, 0)], Red));

    [Fact]
    public void Each_of_eight_has_its_own_likeness()
    {
        var columns = new ColourColumns(16);
        for (int i = 0; i < 16; i++)
        {
            columns.Set(i, [new ColourShare(Red, i / 16f), new ColourShare(White, 1 - (i / 16f))]);
        }

        Assert.All(Enumerable.Range(0, 16), i => Assert.Equal(i / 16f, columns.Likeness(i / 8, Red)[i % 8], 0.1f));
    }

    static float Likeness(ColourShare[] colours, OkLab asked)
    {
        var columns = new ColourColumns(8);
        for (int i = 0; i < 8; i++)
        {
            columns.Set(i, i == 5 ? colours : []);
        }

        return columns.Likeness(0, asked)[5];
    }
}
