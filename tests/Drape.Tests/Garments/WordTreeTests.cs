using Drape.Garments;
using Drape.Inference;

namespace Drape.Tests.Garments;

public sealed class WordTreeTests
{
    static readonly ModelHead Type = Head("type", ["shirt", "boots"], ("boots", new() { ["kind"] = "Footwear" }));
    static readonly ModelHead Kind = Head("kind", ["Apparel", "Footwear"]);
    static readonly ModelHead Article = Head("article", ["Shirts", "Tops", "Shoes"], ("Shirts", new() { ["kind"] = "Apparel" }),
        ("Tops", new() { ["kind"] = "Apparel" }), ("Shoes", new() { ["kind"] = "Footwear" }));
    static readonly WordTree Tree = WordTree.Of([Type, Kind, Article])!;

    [Fact]
    public void A_coarser_answer_is_the_sum_of_what_its_finer_ones_are_probable()
    {
        var verdicts = Verdicts(article: [0.3f, 0.25f, 0.45f], kind: [0.1f, 0.9f]);

        Tree.Agree(verdicts, bound: false);

        Assert.Equal("Apparel", verdicts["kind"].Best.Class);
        Assert.Equal(0.55, verdicts["kind"].Best.Confidence, 0.001);
    }

    [Fact]
    public void A_fine_answer_that_contradicts_the_coarser_one_is_not_stated()
    {
        var verdicts = Verdicts(article: [0.3f, 0.25f, 0.45f], kind: [0.1f, 0.9f]);

        Tree.Agree(verdicts, bound: false);

        Assert.Equal(Verdict.Unclear, verdicts["article"].Stated);
        Assert.Equal("Shoes", verdicts["article"].Best.Class);
    }

    [Fact]
    public void What_a_worn_garment_is_binds_its_words()
    {
        var verdicts = Verdicts(article: [0.6f, 0.2f, 0.2f], kind: [0.9f, 0.1f], type: [0.1f, 0.9f]);

        Tree.Agree(verdicts, bound: true);

        Assert.Equal("Shoes", verdicts["article"].Stated);
        Assert.Equal("Footwear", verdicts["kind"].Stated);
    }

    [Theory]
    [InlineData(false, 0.9f)]
    [InlineData(true, 0.4f)]
    public void A_thing_that_lies_alone_or_has_no_sure_type_keeps_its_own_words(bool bound, float boots)
    {
        var verdicts = Verdicts(article: [0.6f, 0.2f, 0.2f], kind: [0.9f, 0.1f], type: [1 - boots, boots]);

        Tree.Agree(verdicts, bound);

        Assert.Equal("Shirts", verdicts["article"].Stated);
    }

    [Fact]
    public void A_network_whose_classes_imply_nothing_has_no_tree() => Assert.Null(WordTree.Of([Kind, Head("type", ["shirt"])]));

    static Dictionary<string, Verdict> Verdicts(float[] article, float[] kind, float[]? type = null) => new()
    {
        ["type"] = Verdict.OfProbabilities(Type, type ?? [0.8f, 0.2f]),
        ["kind"] = Verdict.OfProbabilities(Kind, kind),
        ["article"] = Verdict.OfProbabilities(Article, article),
    };

    static ModelHead Head(string name, string[] classes, params (string Class, Dictionary<string, string> Said)[] implies) => new()
    {
        Name = name,
        Output = name,
        Classes = classes,
        TargetPrecision = 0.8,
        Thresholds = [.. classes.Select(_ => 0.4)],
        Implies = implies.ToDictionary(i => i.Class, i => (IReadOnlyDictionary<string, string>)i.Said),
    };
}
