using Drape.Inference;

namespace Drape.Tests.Inference;

public sealed class VerdictTests
{
    static readonly ModelHead Head = new()
    {
        Name = "type", Output = "type", Classes = ["shirt", "dress"], Temperature = 1, TargetPrecision = 0.5,
        Thresholds = [0.6, 0.6], WornTemperature = 2, WornThresholds = [0.75, 1],
    };

    [Fact]
    public void What_is_worn_is_calibrated_for_itself()
    {
        float[] logits = [(float)Math.Log(4), 0];

        Assert.Equal(0.8, Verdict.Of(Head, logits).Best.Confidence, 1e-6);
        Assert.Equal(2 / 3.0, Verdict.Of(Head, logits, worn: true).Best.Confidence, 1e-6); // the square root of 4 to 1
    }

    [Fact]
    public void What_is_worn_is_stated_only_above_its_own_threshold()
    {
        float[] logits = [(float)Math.Log(4), 0];

        Assert.Equal("shirt", Verdict.Of(Head, logits).Stated);
        Assert.Equal(Verdict.Unclear, Verdict.Of(Head, logits, worn: true).Stated);
    }

    [Fact]
    public void What_is_worn_is_stated_by_its_own_threshold_where_that_is_lower_too()
    {
        var head = Head with { WornThresholds = [0.4, 1] };

        Assert.Equal("shirt", Verdict.Of(head, [0.1f, 0], worn: true).Stated); // 0.51, below the 0.6 of the rest
    }

    [Fact]
    public void A_class_whose_threshold_is_1_is_never_stated_of_what_is_worn() =>
        Assert.Equal(Verdict.Unclear, Verdict.Of(Head, [0, 1000], worn: true).Stated);

    [Fact]
    public void Without_a_calibration_of_its_own_what_is_worn_is_read_like_the_rest()
    {
        var head = Head with { WornTemperature = null, WornThresholds = [] };

        Assert.Equivalent(Verdict.Of(head, [1, 0]), Verdict.Of(head, [1, 0], worn: true));
    }

    [Fact]
    public void What_is_refuted_keeps_what_is_left_of_it_and_is_not_stated()
    {
        var refuted = Verdict.Of(Head, [(float)Math.Log(9), 0]).Refuted(0.1);

        Assert.Equal((Verdict.Unclear, "shirt"), (refuted.Stated, refuted.Best.Class));
        Assert.Equal(0.09, refuted.Best.Confidence, 1e-6);
    }
}
