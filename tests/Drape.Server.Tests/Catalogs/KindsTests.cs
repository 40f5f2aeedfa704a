using Drape.Garments;
using Drape.Inference;
using Drape.Server.Catalogs.Search;

namespace Drape.Server.Tests.Catalogs;

public sealed class KindsTests
{
    static readonly Verdict Shirts = new([new("Shirts", 0.8), new("Tshirts", 0.2), new("Jeans", 0)], 0.5);

    [Fact]
    public void A_product_counts_for_more_the_more_probable_its_article_type_is()
    {
        var kinds = Kinds.Of(new GarmentVerdicts(new Dictionary<string, Verdict> { [Kinds.Question] = Shirts },
            new Dictionary<string, Verdict>()))!;

        Assert.Equal([0.9f, 0.6f, 0.5f], new[] { "Shirts", "Tshirts", "Jeans" }.Select(k => kinds.Weight(Article(k))), Near);
    }

    [Fact]
    public void A_product_of_the_very_kind_of_the_given_one_counts_in_full() =>
        Assert.Equal(1, Kinds.Of(Article("Shirts"))!.Weight(Article("Shirts")));

    [Fact]
    public void A_product_whose_kind_is_unclear_is_pushed_back_like_one_of_another_kind() =>
        Assert.Equal(0.5f, Kinds.Of(Article("Shirts"))!.Weight(Article(Verdict.Unclear)));

    [Fact]
    public void Where_a_product_given_is_of_an_unclear_kind_there_is_none_to_prefer() =>
        Assert.Null(Kinds.Of(Article(Verdict.Unclear)));

    static Dictionary<string, string> Article(string kind) => new() { [Kinds.Question] = kind };

    static bool Near(float one, float other) => Math.Abs(one - other) < 1e-5;
}
