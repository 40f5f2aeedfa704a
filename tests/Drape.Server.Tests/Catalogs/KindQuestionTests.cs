using Drape.Garments;
using Drape.Inference;
using Drape.Server.Catalogs.Search;
using Drape.Similarity;

namespace Drape.Server.Tests.Catalogs;

public sealed class KindQuestionTests
{
    static readonly Verdict Type = new([new("shirt", 1), new("coat", 0)], 0.5);
    static readonly Verdict Article = new([new("Tshirts", 0.8), new("Tops", 0.2)], 0.9);

    [Fact]
    public void The_article_type_tells_the_kind_however_unsure_it_is() =>
        Assert.Equal([new KindShare("Tshirts", 0.8f), new KindShare("Tops", 0.2f)],
            Answered(("type", Type, true), ("articleType", Article, true)).Shares);

    [Fact]
    public void Of_what_the_shops_words_do_not_fit_nothing_is_known() =>
        Assert.False(Answered(("type", Type, true), ("articleType", Article, false)).AreKnown);

    [Fact]
    public void A_network_without_article_types_tells_the_kind_by_its_type() =>
        Assert.Equal([new KindShare("shirt", 1)], Answered(("type", Type, true)).Shares);

    static Kinds Answered(params (string Head, Verdict Verdict, bool Reported)[] answers) =>
        KindQuestion.Answered(new GarmentVerdicts(answers.ToDictionary(a => a.Head, a => a.Verdict),
            answers.Where(a => a.Reported).ToDictionary(a => a.Head, a => a.Verdict)));
}
