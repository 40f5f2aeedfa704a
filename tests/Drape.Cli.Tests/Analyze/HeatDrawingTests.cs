using Drape.Cli.Analyze;
using Drape.Cli.CommandLine;
using Drape.Imaging;
using Drape.Inference;
using Drape.Styles;

namespace Drape.Cli.Tests.Analyze;

public class HeatDrawingTests
{
    const int Side = 200;
    static readonly PixelImage Gray = new(Side, Side, [.. Enumerable.Repeat((byte)120, 3 * Side * Side)]);

    // The first style shows on the left, the second on the right.
    static readonly PhotoFindings Outfit = new([], new StyleFindings(
        new Verdict([new("rock", 0.6), new("casual", 0.4)], 0), 2, 3, new StyleMap(["rock", "casual"], 2, 1, [5, 0, 0, 5])),
        new Dictionary<string, double>());

    [Fact]
    public void The_first_style_is_shown_unless_another_is_asked_for()
    {
        var picture = HeatDrawing.Of(null).Draw(Gray, Readings.Of("a.jpg"), Outfit)!;

        Assert.True(Redness(picture, 30) > Redness(picture, 170) + 20);
    }

    [Fact]
    public void Another_styles_map_can_be_shown()
    {
        var picture = HeatDrawing.Of("casual").Draw(Gray, Readings.Of("a.jpg"), Outfit)!;

        Assert.True(Redness(picture, 170) > Redness(picture, 30) + 20);
    }

    [Fact]
    public void The_photo_itself_stays_as_it_is()
    {
        HeatDrawing.Of(null).Draw(Gray, Readings.Of("a.jpg"), Outfit);

        Assert.All(Gray.Pixels, value => Assert.Equal(120, value));
    }

    [Fact]
    public void A_photo_without_an_outfit_has_no_picture_and_is_counted()
    {
        var drawing = HeatDrawing.Of(null);

        Assert.Null(drawing.Draw(Gray, Readings.Of("a.jpg"), Outfit with { Style = null }));
        Assert.Equal(1, drawing.Without);
    }

    [Fact]
    public void An_unknown_style_is_wrong_use_with_the_nearest_that_there_is() => Assert.StartsWith(
        "There is no style 'casul'. Did you mean 'casual'?",
        Assert.Throws<WrongUseException>(() => HeatDrawing.Of("casul")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_style_that_the_reading_calls_unclear_is_not_stated_on_the_picture()
    {
        var sure = HeatDrawing.Of(null).Draw(Gray, Readings.Of("a.jpg"), Outfit)!;
        var unsure = HeatDrawing.Of(null).Draw(Gray, Readings.Of("a.jpg"), Doubted)!;

        Assert.NotEqual(sure.Pixels, unsure.Pixels);
    }

    [Fact]
    public void A_style_that_was_asked_for_is_named_with_its_share_sure_or_not()
    {
        var sure = HeatDrawing.Of("rock").Draw(Gray, Readings.Of("a.jpg"), Outfit)!;
        var unsure = HeatDrawing.Of("rock").Draw(Gray, Readings.Of("a.jpg"), Doubted)!;

        Assert.Equal(sure.Pixels, unsure.Pixels);
    }

    static PhotoFindings Doubted => Outfit with { Style = Outfit.Style! with { Style = Outfit.Style.Style.Doubted() } };

    static int Redness(PixelImage picture, int x)
    {
        var pixel = picture[x, Side / 2];
        return pixel[0] - pixel[1];
    }
}
