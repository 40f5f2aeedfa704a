using Drape.Colours;
using Drape.Server.Eva;
using Drape.Styles;

namespace Drape.Server.Tests.Eva;

public class LookScoreTests
{
    static readonly Harmony Agreeing = Harmony.Of([]);

    [Fact]
    public void Colours_that_agree_leave_the_root_of_the_styles_confidence() =>
        Assert.Equal(80, LookScore.Of(Style(0.64), Agreeing)!.Value);

    [Fact]
    public void Colours_that_do_not_agree_cost()
    {
        var clash = Harmony.Of([new ColourPart(OkLab.FromHex("#d62828"), 1), new ColourPart(OkLab.FromHex("#e3c21c"), 1)]);

        var score = LookScore.Of(Style(0.64), clash)!;

        Assert.True(score.Value < 60);
        Assert.Equal((int)Math.Round(100 * Math.Sqrt(score.Style * score.Harmony)), score.Value);
    }

    [Fact]
    public void Where_nobody_wears_an_outfit_there_is_none() => Assert.Null(LookScore.Of(null, Agreeing));

    static StyleReading Style(double confidence) =>
        new() { Stated = "casual", Top = [new StyleConfidence("casual", confidence)], Formality = 2, Warmth = 2 };
}
