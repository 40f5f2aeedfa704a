using Drape.Inference;

namespace Drape.Tests.Inference;

public sealed class VerdictTests
{
    static readonly ModelHead Head = new()
    {
        Name = "type", Output = "type", Classes = ["shirt", "dress"], Temperature = 1, TargetPrecision = 0.5,
        Thresholds = [0.6, 1],
    };

    [Fact]
    public void What_another_network_says_is_weighed_before_the_whole_is_calibrated()
    {
        float[] logits = [(float)Math.Log(4), 0];

        Assert.Equal(0.5, Verdict.Of(Head, logits, [0.2f, 0.8f]).Best.Confidence, 1e-6);
        Assert.Equal(2 / 3.0, Verdict.Of(Head with { Temperature = 2 }, logits, [0.5f, 0.5f]).Best.Confidence, 1e-6); // the root of 4 to 1
        Assert.Equal(2 / 3.0, Verdict.Of(Head with { Temperature = 2 }, [0, 0], [0.8f, 0.2f]).Best.Confidence, 1e-6);
    }

    [Fact]
    public void A_class_is_stated_only_above_its_threshold()
    {
        Assert.Equal("shirt", Verdict.Of(Head, [0.5f, 0]).Stated); // 0.62
        Assert.Equal(Verdict.Unclear, Verdict.Of(Head, [0.3f, 0]).Stated); // 0.57
    }

    [Fact]
    public void A_class_whose_threshold_is_1_is_never_stated() => Assert.Equal(Verdict.Unclear, Verdict.Of(Head, [0, 1000]).Stated);

    [Fact]
    public void What_is_refuted_keeps_what_is_left_of_it_and_is_not_stated()
    {
        var refuted = Verdict.Of(Head, [(float)Math.Log(9), 0]).Refuted(0.1);

        Assert.Equal((Verdict.Unclear, "shirt"), (refuted.Stated, refuted.Best.Class));
        Assert.Equal(0.09, refuted.Best.Confidence, 1e-6);
    }
}
