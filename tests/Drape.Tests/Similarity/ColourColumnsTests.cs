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
        Assert.Equal(0.5, Likeness([new(Red, 0.4f), new(White, 0.4f)], Red), 1e-3);

    [Fact]
    public void A_colour_far_away_counts_nothing() => Assert.Equal(0, Likeness([new(White, 1)], Red));

    [Fact]
    public void A_nearer_colour_counts_more() => Assert.True(
        Likeness([new(OkLab.FromHex("#c83020"), 1)], Red) > Likeness([new(OkLab.FromHex("#d86040"), 1)], Red));

    [Fact]
    public void At_half_the_reach_the_biweight_is_nine_sixteenths() => Assert.Equal(0.5625,
        Likeness([new(new OkLab(0.625f, 0, 0), 1)], new OkLab(0.5f, 0, 0)), 1e-3);

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

        Assert.All(Enumerable.Range(0, 16), i => Assert.Equal(i / 16f, columns.Likeness(i / 8, Red)[i % 8], 1e-3f));
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
