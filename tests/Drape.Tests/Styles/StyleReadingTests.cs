using Drape.Inference;
using Drape.Styles;

namespace Drape.Tests.Styles;

public class StyleReadingTests
{
    static readonly ClassConfidence[] Ranked =
        [new("rock", 0.412345), new("mode", 0.3), new("street", 0.2), new("casual", 0.1)];

    [Fact]
    public void The_three_most_probable_styles_are_named_to_four_places() => Assert.Equal(
        [new StyleConfidence("rock", 0.4123), new("mode", 0.3), new("street", 0.2)], Reading(threshold: 0).Top);

    [Fact]
    public void A_style_above_its_threshold_is_stated() => Assert.Equal("rock", Reading(threshold: 0.4).Stated);

    [Fact]
    public void A_style_below_its_threshold_is_unclear_but_still_named()
    {
        var reading = Reading(threshold: 0.5);

        Assert.Equal(("unclear", "rock"), (reading.Stated, reading.Top[0].Style));
    }

    [Fact]
    public void Levels_have_one_place() =>
        Assert.Equal((2.3, 3.9), (Reading(threshold: 0).Formality, Reading(threshold: 0).Warmth));

    static StyleReading Reading(double threshold) => StyleReading.Of(new StyleFindings(
        new Verdict(Ranked, threshold), 2.28, 3.94, new StyleMap(["rock"], 1, 1, [0])));
}
