using Drape.Inference;

namespace Drape.Tests.Inference;

public sealed class ModelHeadTests
{
    static readonly ModelHead Head = new()
    {
        Name = "type", Output = "type", Classes = ["vest", "jeans"], TargetPrecision = 0.8, Thresholds = [0, 0.6],
    };

    [Fact]
    public void A_threshold_is_no_less_than_half_of_the_target()
    {
        Assert.Equal(0.4, Head.Threshold(0));
        Assert.Equal(0.6, Head.Threshold(1));
    }

    [Fact]
    public void Without_thresholds_every_class_is_stated() =>
        Assert.Equal(0, (Head with { Thresholds = [] }).Threshold(0));

    [Fact]
    public void A_class_of_threshold_0_is_not_stated_where_others_share_most_of_the_probability()
    {
        var head = Head with { Classes = ["vest", "jeans", "boots"], Thresholds = [0, 0, 0] };

        var verdict = Verdict.Of(head, [MathF.Log(0.36f), MathF.Log(0.32f), MathF.Log(0.32f)]);

        Assert.Equal(("vest", Verdict.Unclear), (verdict.Best.Class, verdict.Stated));
    }
}
