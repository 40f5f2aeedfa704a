using Drape.Garments;
using Drape.Inference;

namespace Drape.Tests.Garments;

public sealed class WordTreeTests
{
    static readonly ModelHead Type = Head("type", ["shirt", "boots", "coat"], ("boots", new() { ["kind"] = "Footwear" }),
        ("coat", new() { ["kind"] = "Apparel" }), ("shirt", new() { ["kind"] = "Apparel" }));
    static readonly ModelHead Kind = Head("kind", ["Apparel", "Footwear"]);
    static readonly ModelHead Article = Head("article", ["Shirts", "Tops", "Shoes"], ("Shirts", new() { ["kind"] = "Apparel", ["type"] = "shirt" }),
        ("Tops", new() { ["kind"] = "Apparel" }), ("Shoes", new() { ["kind"] = "Footwear" }));
    static readonly WordTree Tree = WordTree.Of([Type, Kind, Article])!;

    [Fact]
    public void A_coarser_answer_is_the_sum_of_what_its_finer_ones_are_probable()
    {
        var verdicts = Verdicts(article: [0.3f, 0.25f, 0.45f], kind: [0.1f, 0.9f]);

        Tree.Agree(verdicts, null);

        Assert.Equal("Apparel", verdicts["kind"].Best.Class);
        Assert.Equal(0.55, verdicts["kind"].Best.Confidence, 0.001);
    }

    [Fact]
    public void A_fine_answer_that_contradicts_the_coarser_one_is_not_stated()
    {
        var verdicts = Verdicts(article: [0.3f, 0.25f, 0.45f], kind: [0.1f, 0.9f]);

        Tree.Agree(verdicts, null);

        Assert.Equal(Verdict.Unclear, verdicts["article"].Stated);
        Assert.Equal("Shoes", verdicts["article"].Best.Class);
    }

    [Fact]
    public void What_a_garment_is_binds_its_words_as_far_as_it_is_sure()
    {
        var verdicts = Verdicts(article: [0.6f, 0.2f, 0.2f], kind: [0.9f, 0.1f], type: [0.1f, 0.9f, 0]);

        Tree.Agree(verdicts, KnownThing.Of(Type, verdicts["type"], null));

        Assert.Equal("Shoes", verdicts["article"].Stated);
        Assert.Equal("Footwear", verdicts["kind"].Stated);
        Assert.Equal(0.9 + 0.1 * 0.2, verdicts["kind"].Best.Confidence, 0.001);
    }

    [Fact]
    public void A_word_that_means_another_type_does_not_go_with_one_that_has_a_word_of_its_own()
    {
        var verdicts = Verdicts(article: [0.1f, 0.1f, 0.8f], kind: [0.5f, 0.5f], type: [0.9f, 0.1f, 0]);

        Tree.Agree(verdicts, KnownThing.Of(Type, verdicts["type"], null));

        Assert.Equal(verdicts["article"].Ranked[0].Confidence, verdicts["article"].Ranked[1].Confidence, 0.001);
        Assert.NotEqual("Shoes", verdicts["article"].Best.Class);
    }

    [Fact]
    public void A_word_that_means_another_type_is_not_stated_of_one_without_a_word_of_its_own()
    {
        var verdicts = Verdicts(article: [0.6f, 0.1f, 0.3f], kind: [0.5f, 0.5f], type: [0, 0.1f, 0.9f]);

        Tree.Agree(verdicts, KnownThing.Of(Type, verdicts["type"], null));

        Assert.Equal(("Shirts", Verdict.Unclear), (verdicts["article"].Best.Class, verdicts["article"].Stated));
        Assert.Equal("Apparel", verdicts["kind"].Stated);
    }

    [Fact]
    public void Where_only_the_kind_is_known_a_word_that_means_a_type_goes_with_it()
    {
        var verdicts = Verdicts(article: [0.6f, 0.2f, 0.2f], kind: [0.9f, 0.1f]);

        Tree.Agree(verdicts, new KnownThing(null, new Dictionary<string, string> { ["kind"] = "Apparel" }, 0.8));

        Assert.Equal("Shirts", verdicts["article"].Stated);
    }

    [Theory]
    [InlineData(false, Verdict.Unclear)]
    [InlineData(true, "Shoes")]
    public void The_only_word_that_goes_with_a_group_is_stated_where_the_groups_words_name_it(bool named, string stated)
    {
        var verdicts = Verdicts(article: [0.2f, 0.2f, 0.6f], kind: [0.5f, 0.5f]);
        var words = new Dictionary<string, string> { ["kind"] = "Footwear" };
        if (named)
        {
            words["article"] = "Shoes";
        }

        Tree.Agree(verdicts, new KnownThing(null, words, 0.8));

        Assert.Equal(("Footwear", stated), (verdicts["kind"].Stated, verdicts["article"].Stated));
    }

    [Fact]
    public void A_word_that_contradicts_what_is_known_is_not_stated()
    {
        var verdicts = Verdicts(article: [0.6f, 0.3f, 0.1f], kind: [0.9f, 0.1f]);

        Tree.Agree(verdicts, new KnownThing(null, new Dictionary<string, string> { ["kind"] = "Footwear" }, 0.3));

        Assert.Equal("Apparel", verdicts["kind"].Best.Class);
        Assert.Equal(Verdict.Unclear, verdicts["kind"].Stated);
        Assert.Equal(Verdict.Unclear, verdicts["article"].Stated);
    }

    [Fact]
    public void Where_the_type_is_in_doubt_what_all_types_of_the_group_say_is_known()
    {
        var doubted = Verdict.OfProbabilities(Type, [0.35f, 0.3f, 0.35f]);

        var known = KnownThing.Of(Type, doubted, new TypeHint("top", 0.7, TypeHintTests.Shares("shirt", "coat")));

        Assert.Equal("Apparel", known?.Words["kind"]);
        Assert.Equal((null, 0.7), (known?.Type, known?.Confidence));
        Assert.Null(KnownThing.Of(Type, doubted, new TypeHint("any", 0.7, TypeHintTests.Shares("shirt", "boots"))));
        Assert.Null(KnownThing.Of(Type, doubted, null));
    }

    [Fact]
    public void A_group_without_types_tells_its_own_words()
    {
        var words = new Dictionary<string, string> { ["kind"] = "Footwear" };

        var known = KnownThing.Of(Type, new Verdict([new("bag", 0.8), new(Verdict.Unclear, 0.2)], 0.75), new TypeHint("bag", 0.8, TypeHintTests.Shares(), words));

        Assert.Equal("Footwear", known?.Words["kind"]);
    }

    [Theory]
    [InlineData("Shirts", "shirt")]
    [InlineData("Tops", null)]
    public void A_word_means_the_type_that_it_implies(string word, string? type) => Assert.Equal(type, Tree.Meant(word));

    [Fact]
    public void A_network_whose_classes_imply_nothing_has_no_tree() => Assert.Null(WordTree.Of([Kind, Head("type", ["shirt"])]));

    static Dictionary<string, Verdict> Verdicts(float[] article, float[] kind, float[]? type = null) => new()
    {
        ["type"] = Verdict.OfProbabilities(Type, type ?? [0.8f, 0.2f, 0]),
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
