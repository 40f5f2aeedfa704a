using Drape.Inference;
using Drape.Similarity;

namespace Drape.Tests.Similarity;

/// <summary>What a thing may be, and what that makes of a likeness.</summary>
public class KindsTests
{
    static readonly Kinds Shirt = Kinds.Of([new("Shirts", 1)]);

    [Fact]
    public void The_most_probable_are_kept_the_most_probable_first() => Assert.Equal(["b", "d", "a", "e"],
        Kinds.Of([new("a", 0.2f), new("b", 0.4f), new("c", 0.05f), new("d", 0.25f), new("e", 0.1f)]).Shares.Select(s => s.Kind));

    [Fact]
    public void A_probability_that_rounds_to_nothing_is_none() =>
        Assert.Equal(["a"], Kinds.Of([new("a", 0.99f), new("b", 0.001f)]).Shares.Select(s => s.Kind));

    [Fact]
    public void A_networks_answer_tells_them() => Assert.Equal([new KindShare("a", 1)],
        Kinds.Of(new Verdict([new ClassConfidence("a", 1.0000001), new ClassConfidence("b", 0)], 0.5)).Shares);

    [Fact]
    public void Between_two_things_a_kind_is_as_probable_as_for_both_on_average() => Assert.Equal(["Shirts", "Tops"],
        Kinds.Between(Shirt, Kinds.Of([new("Shirts", 0.2f), new("Tops", 0.8f)])).Shares.Select(s => s.Kind));

    [Fact]
    public void Where_one_is_unknown_the_others_kinds_are_asked_for()
    {
        Assert.Same(Shirt, Kinds.Between(Shirt, Kinds.Unknown));
        Assert.Same(Shirt, Kinds.Between(Kinds.Unknown, Shirt));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two\nlines")]
    public void What_is_no_word_is_refused(string kind) => Assert.Throws<ArgumentException>(() => new KindShare(kind, 0.5f));

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1.1f)]
    [InlineData(float.NaN)]
    public void What_is_no_probability_is_refused(float share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new KindShare("a", share));

    [Fact]
    public void An_item_of_the_same_kind_comes_before_one_that_is_nearer_and_of_another() => Assert.Equal([2, 1],
        Search(Shirt, Item(1, 0, new KindShare("Jeans", 1)), Item(2, 30, new KindShare("Shirts", 1))).Select(h => h.Id));

    [Fact]
    public void The_likeness_of_another_kind_counts_for_less_and_is_told_as_it_is()
    {
        var hit = Assert.Single(Search(Shirt, Item(1, 0, new KindShare("Jeans", 1))));

        Assert.Equal(1, hit.Likeness!.Value, 1e-3);
        Assert.Equal(0.4, hit.Score, 1e-3);
    }

    [Fact]
    public void A_sure_item_counts_in_full_for_the_most_probable_kind_of_an_unsure_question() => Assert.Equal(1,
        Search(Kinds.Of([new("Shirts", 0.5f), new("Tops", 0.3f)]), Item(1, 0, new KindShare("Shirts", 1))).Single().Score, 1e-3);

    [Fact]
    public void An_item_of_unknown_kind_counts_half_way() => Assert.Equal(0.7, Search(Shirt, Item(1, 0)).Single().Score, 1e-3);

    [Fact]
    public void Where_nothing_is_known_of_what_is_looked_for_likeness_alone_counts() =>
        Assert.Equal(1, Search(Kinds.Unknown, Item(1, 0, new KindShare("Jeans", 1))).Single().Score, 1e-3);

    [Fact]
    public void A_kind_that_no_item_has_leaves_all_of_them_behind() =>
        Assert.Equal(0.4, Search(Kinds.Of([new("Hats", 1)]), Item(1, 0, new KindShare("Jeans", 1))).Single().Score, 1e-3);

    [Fact]
    public void Kinds_do_not_touch_what_words_found()
    {
        var index = CatalogIndexTests.With(Item(1, 0, new KindShare("Jeans", 1)));

        var hit = index.Search(new IndexQuery { Kinds = Shirt, Among = new Dictionary<long, float> { [1] = 0.8f } }).Single();

        Assert.Equal(0.8, hit.Score, 1e-3);
    }

    [Fact]
    public void An_item_that_moves_within_the_index_keeps_its_kinds()
    {
        var index = CatalogIndexTests.With([.. Enumerable.Range(1, 3000).Select(i => Item(i, i % 80, new KindShare($"k{i % 7}", 1)))]);
        index.Remove([.. Enumerable.Range(1, 2990).Select(i => (long)i)]);

        var hits = index.Search(new IndexQuery { Like = Looks.At(0), Kinds = Kinds.Of([new("k3", 1)]), Limit = 2 });

        Assert.All(hits, h => Assert.Equal(3, h.Id % 7));
    }

    static IReadOnlyList<IndexHit> Search(Kinds kinds, params IndexItem[] items) =>
        CatalogIndexTests.With(items).Search(new IndexQuery { Like = Looks.At(0), Kinds = kinds });

    static IndexItem Item(int id, double degrees, params KindShare[] kinds) =>
        new(id, Looks.At(degrees), new ItemFacets { Catalog = 1, Kinds = Kinds.Of(kinds) });
}
