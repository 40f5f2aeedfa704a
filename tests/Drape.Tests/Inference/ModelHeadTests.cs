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
    public void A_kind_of_picture_has_a_temperature_and_thresholds_of_its_own()
    {
        var head = Head with { Scenes = new Dictionary<string, SceneCalibration> { ["worn"] = new() { Temperature = 2, Thresholds = [0.5, 1] } } };

        Assert.Equal((2, 0.5, double.PositiveInfinity), (head.In("worn").Temperature, head.In("worn").Threshold(0), head.In("worn").Threshold(1)));
        Assert.Equal(head, head.In("lying"));
    }

    [Fact]
    public void A_kind_of_picture_has_confidences_of_its_own_for_groups_without_a_class()
    {
        var head = Head with
        {
            Groups = new Dictionary<string, double> { ["bag"] = 0.7 },
            Scenes = new Dictionary<string, SceneCalibration> { ["cut"] = new() { Groups = new Dictionary<string, double> { ["bag"] = 0.9 } }, ["worn"] = new() },
        };

        Assert.Equal((0.9, 0.7), (head.In("cut").Groups["bag"], head.In("worn").Groups["bag"]));
    }

    [Fact]
    public void What_a_class_says_of_another_head_is_told_where_it_says_something()
    {
        var head = Head with { Implies = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["jeans"] = new Dictionary<string, string> { ["kind"] = "Bottomwear" } } };

        Assert.Equal(("Bottomwear", null, null), (head.Implied("jeans", "kind"), head.Implied("jeans", "usage"), head.Implied("vest", "kind")));
    }

    [Fact]
    public void What_nothing_is_said_of_is_as_ever()
    {
        var head = Head with { Temperature = 3, Scenes = new Dictionary<string, SceneCalibration> { ["worn"] = new() } };

        Assert.Equal((3, 0.6), (head.In("worn").Temperature, head.In("worn").Threshold(1)));
    }

    [Fact]
    public void A_class_of_threshold_0_is_not_stated_where_others_share_most_of_the_probability()
    {
        var head = Head with { Classes = ["vest", "jeans", "boots"], Thresholds = [0, 0, 0] };

        var verdict = Verdict.Of(head, [MathF.Log(0.36f), MathF.Log(0.32f), MathF.Log(0.32f)]);

        Assert.Equal(("vest", Verdict.Unclear), (verdict.Best.Class, verdict.Stated));
    }
}
