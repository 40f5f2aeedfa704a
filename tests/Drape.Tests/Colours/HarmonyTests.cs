using Drape.Colours;

namespace Drape.Tests.Colours;

public class HarmonyTests
{
    [Fact]
    public void Black_white_and_gray_are_neutrals_and_agree() => AssertIs(ColourRelation.Neutrals, 1, "#101010", "#f0f0ee", "#808284");

    [Fact]
    public void One_colour_among_neutrals_agrees() => AssertIs(ColourRelation.OneColour, 1, "#7b2d3b", "#f0f0ee", "#303030");

    [Fact]
    public void Two_shades_of_one_hue_are_one_colour() => AssertIs(ColourRelation.OneColour, 1, "#1e488f", "#5b84c9");

    [Fact]
    public void Blue_and_violet_are_neighbours() => AssertIs(ColourRelation.Neighbours, 1, "#2c5fbb", "#7a4fc0");

    [Fact]
    public void Blue_and_orange_contrast() => AssertIs(ColourRelation.Contrast, 1, "#2c5fbb", "#d9822b");

    [Fact]
    public void Strong_red_and_strong_yellow_are_a_medley_that_costs()
    {
        var harmony = Of(("#d62828", 1), ("#e3c21c", 1));

        Assert.Equal(ColourRelation.Medley, harmony.Relation);
        Assert.InRange(harmony.Value, 0, 0.5);
    }

    [Fact]
    public void A_medley_in_pale_colours_costs_less()
    {
        double strong = Of(("#d62828", 1), ("#e3c21c", 1)).Value, pale = Of(("#b88a86", 1), ("#b5ab80", 1)).Value;

        Assert.True(pale > strong + 0.3, $"pale {pale:0.00}, strong {strong:0.00}");
    }

    [Fact]
    public void A_small_clash_costs_less_than_a_large_one() =>
        Assert.True(Of(("#d62828", 9), ("#e3c21c", 1)).Value > Of(("#d62828", 5), ("#e3c21c", 5)).Value + 0.2);

    [Fact]
    public void A_detail_does_not_count() => AssertIs(ColourRelation.OneColour, 1, ("#d62828", 97), ("#e3c21c", 3));

    [Fact]
    public void It_says_which_colours_it_is_about()
    {
        var harmony = Of(("#101010", 5), ("#d9822b", 2), ("#f0f0ee", 4), ("#2c5fbb", 3));

        Assert.Equal([1, 3], new[] { harmony.First!.Value, harmony.Second!.Value }.Order());
    }

    [Fact]
    public void Of_one_colour_it_names_the_strongest() => Assert.Equal((2, null), Of(("#101010", 5), ("#56637d", 3), ("#1e48af", 3)) switch
    {
        var harmony => (harmony.First!.Value, harmony.Second),
    });

    [Fact]
    public void Shares_may_be_in_any_unit() =>
        Assert.Equal(Of(("#d62828", 0.5), ("#e3c21c", 0.5)).Value, Of(("#d62828", 300), ("#e3c21c", 300)).Value, 9);

    [Fact]
    public void Without_colours_there_is_nothing_that_disagrees() => AssertIs(ColourRelation.Neutrals, 1, Array.Empty<string>());

    static void AssertIs(ColourRelation relation, double value, params string[] colours) =>
        AssertIs(relation, value, [.. colours.Select(c => (c, 1.0))]);

    static void AssertIs(ColourRelation relation, double value, params (string, double)[] colours)
    {
        var harmony = Of(colours);
        Assert.Equal((relation, value), (harmony.Relation, Math.Round(harmony.Value, 6)));
    }

    static Harmony Of(params (string Hex, double Share)[] colours) =>
        Harmony.Of([.. colours.Select(c => new ColourPart(OkLab.FromHex(c.Hex), c.Share))]);
}
