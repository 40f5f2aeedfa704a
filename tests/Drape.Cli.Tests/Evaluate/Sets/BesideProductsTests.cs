using Drape.Cli.Evaluate;
using Drape.Cli.Evaluate.Sets;
using Drape.Garments;
using Drape.Inference;

namespace Drape.Cli.Tests.Evaluate.Sets;

public sealed class BesideProductsTests
{
    static readonly BesideProducts _beside = new();

    [Theory]
    [InlineData("10427", "jeans", true)]
    [InlineData("10427", "shorts", false)]
    [InlineData("10487", "sneakers", true)] // one of two names for the same shoes
    [InlineData("10487", "formal-shoes", true)]
    [InlineData("12217", "belt", true)] // the third thing beside the trousers
    public void What_is_worn_beside_a_product_is_judged_by_what_was_seen_there(string picture, string said, bool right) =>
        Assert.Equal(right, Assert.Single(_beside.Judge(picture, [Said(said)])).IsWithin(1));

    [Fact]
    public void One_pair_of_jeans_bears_out_one_answer_the_surest()
    {
        var judged = _beside.Judge("10427", [Said("jeans", 0.4), Said("jeans", 0.8)]).ToList();

        Assert.Equal([(0.8, true), (0.4, false)], judged.Select(a => (a.Confidence, a.IsWithin(1))));
    }

    [Fact]
    public void The_product_itself_is_left_out_once_where_another_thing_was_taken_for_the_main_one() =>
        Assert.Equal(["jeans", "shirt"],
            _beside.Judge("10427", [Said("shirt", 0.9), Said("jeans", 0.8), Said("shirt", 0.7)], missed: "shirt").Select(a => a.Ranked[0]));

    [Fact]
    public void What_is_worn_is_judged_though_the_product_is_another_such_thing() =>
        Assert.True(Assert.Single(_beside.Judge("10427", [Said("jeans")], missed: "jeans")).IsWithin(1));

    [Fact]
    public void A_picture_that_nobody_looked_at_is_not_judged() => Assert.Empty(_beside.Judge("1", [Said("jeans")]));

    [Fact]
    public void Every_annotated_picture_is_one_that_never_trained() =>
        Assert.All(_beside.Pictures, id => Assert.EndsWith("7", id, StringComparison.Ordinal));

    [Fact]
    public void Every_annotation_is_a_type_of_the_reader_or_a_group_of_the_parser()
    {
        using var catalog = ModelCatalog.Open(precision: Precision.Float32);
        var heads = catalog.Models.SelectMany(m => m.Heads).ToList();
        var known = heads.Where(h => h.Name == "type" || h.Kind == HeadKind.Map).SelectMany(h => h.Classes).ToHashSet();

        Assert.All(_beside.Pictures.SelectMany(_beside.Worn).SelectMany(names => names), name => Assert.Contains(name, known));
    }

    static GarmentVerdicts Said(string type, double confidence = 0.9) => SaidOf.Garment(type, confidence, GarmentScene.Beside);
}
