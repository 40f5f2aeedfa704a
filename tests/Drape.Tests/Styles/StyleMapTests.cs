using Drape.Imaging;
using Drape.Styles;

namespace Drape.Tests.Styles;

public class StyleMapTests
{
    // Two styles on 2 x 2 places: the second one's strongest place is the lower right.
    static readonly StyleMap Map = new(["casual", "rock"], 2, 2, [9, 9, 9, 9, -4, 0, 1, 2]);

    [Fact]
    public void A_styles_map_is_its_own() => Assert.Equal([-4f, 0, 1, 2], Map.Of("rock").ToArray());

    [Fact]
    public void Heat_is_whole_where_most_speaks_for_the_strongest_style() => Assert.Equal(255, Map.Heat("casual", 2, 2).Values[0]);

    [Fact]
    public void Heat_is_whole_at_a_peak_above_the_strongest_styles() =>
        Assert.Equal(255, new StyleMap(["casual", "rock"], 2, 1, [3, 3, 5, 0]).Heat("rock", 2, 1).Values[0]);

    [Fact]
    public void Heat_is_in_proportion_to_the_map() =>
        Assert.Equal([28, 57], Map.Heat("rock", 2, 2).Values[2..]); // 1 and 2 of 9

    [Fact]
    public void What_speaks_against_a_style_has_no_heat() => Assert.Equal(0, Map.Heat("rock", 2, 2).Values[0]);

    [Fact]
    public void A_style_that_shows_nowhere_has_no_heat() =>
        Assert.All(new StyleMap(["rock"], 2, 1, [-1, 0]).Heat("rock", 4, 4).Values, v => Assert.Equal(0, v));

    [Fact]
    public void Heat_rises_evenly_between_the_middles_of_places()
    {
        byte[] row = new StyleMap(["rock"], 2, 1, [0, 10]).Heat("rock", 8, 1).Values;

        // The places' middles lie between pixels 1 and 2 and between 5 and 6; a pixel is a quarter of the way.
        Assert.Equal([0, 0, 32, 96, 159, 223, 255, 255], row);
    }

    [Fact]
    public void The_map_of_a_part_lies_where_the_part_is_and_nothing_speaks_elsewhere()
    {
        // The network saw the lower right quarter of a photo of 80 x 40.
        var whole = Map.Within(new PixelBox(40, 20, 40, 20), 80, 40);

        Assert.Equal((4, 4), (whole.Width, whole.Height));
        Assert.Equal([0f, 0, 0, 0, 0, 0, 0, 0, 0, 0, -4, 0, 0, 0, 1, 2], whole.Of("rock").ToArray());
    }

    [Fact]
    public void What_speaks_for_a_style_is_shared_out_among_the_parts_of_the_photo()
    {
        var right = new Mask(2, 2, [0, 255, 0, 255]);

        // Of 0, 1 and 2 above zero, 0 and 2 lie on the right.
        Assert.Equal(2 / 3.0, Map.ShareIn("rock", right), 0.01);
        Assert.Equal(0.5, Map.ShareIn("casual", right), 0.01);
    }

    [Fact]
    public void Of_a_style_that_shows_nowhere_no_part_has_a_share() =>
        Assert.Equal(0, new StyleMap(["rock"], 2, 1, [-1, 0]).ShareIn("rock", new Mask(1, 1, [255])));

    [Fact]
    public void An_unknown_style_is_refused_with_those_that_there_are() => Assert.Contains("casual, rock, not punk",
        Assert.Throws<ArgumentException>(() => Map.Of("punk").ToArray()).Message, StringComparison.Ordinal);

    [Fact]
    public void Values_that_do_not_fill_the_maps_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new StyleMap(["rock"], 2, 2, [1, 2, 3]));
}
