using Drape.Colours;
using Drape.Similarity;

namespace Drape.Tests.Similarity;

/// <summary>What a search finds, in which order and with which scores.</summary>
public class IndexSearchTests
{
    static readonly OkLab Red = OkLab.FromHex("#c01818");
    static readonly OkLab Blue = OkLab.FromHex("#1830b0");
    static readonly CatalogIndex Index = CatalogIndexTests.With(Looks.Items(0, 90, 10, 45, 180));

    [Fact]
    public void The_nearest_come_first() =>
        Assert.Equal([3, 1, 4], Ids(new IndexQuery { Like = Looks.At(8), Limit = 3 }));

    [Fact]
    public void The_score_is_the_cosine() =>
        Assert.Equal(Math.Cos(Math.PI / 4), Index.Search(new IndexQuery { Like = Looks.At(0) })[2].Score, 1e-4);

    [Fact]
    public void What_points_away_scores_zero() =>
        Assert.Equal(0, Index.Search(new IndexQuery { Like = Looks.At(0) }).Single(h => h.Id == 5).Score);

    [Fact]
    public void Of_equal_scores_the_smaller_id_comes_first()
    {
        var index = CatalogIndexTests.With([.. new long[] { 7, 3, 9, 1 }.Select(id =>
            new IndexItem(id, Looks.At(20), new ItemFacets { Catalog = 1 }))]);

        Assert.Equal([1, 3], index.Search(new IndexQuery { Like = Looks.At(5), Limit = 2 }).Select(h => h.Id));
    }

    [Fact]
    public void There_are_never_more_than_the_index_has() =>
        Assert.Equal(5, Index.Search(new IndexQuery { Like = Looks.At(0), Limit = 1000 }).Count);

    [Fact]
    public void What_scores_below_the_least_is_left_out() =>
        Assert.Equal([1, 3], Ids(new IndexQuery { Like = Looks.At(0), MinScore = 0.75f }));

    [Fact]
    public void The_product_that_others_shall_be_like_is_left_out() =>
        Assert.Equal([3, 4], Ids(new IndexQuery { Like = Looks.At(0), Except = 1, Limit = 2 }));

    [Fact]
    public void Only_the_ids_that_words_found_are_results() => Assert.Equal([4, 2],
        Ids(new IndexQuery { Like = Looks.At(45), Among = new Dictionary<long, float> { [2] = 0.5f, [4] = 0.5f, [99] = 1 } }));

    [Fact]
    public void Words_alone_give_their_own_scores() => Assert.Equal([(2, 0.9f), (4, 0.3f)],
        Index.Search(new IndexQuery { Among = new Dictionary<long, float> { [4] = 0.3f, [2] = 0.9f } }).Select(h => (h.Id, h.Score)));

    [Fact]
    public void Scores_of_words_beyond_their_range_are_clipped() => Assert.Equal([(1, 1f), (2, 0f), (3, 0f)],
        Index.Search(new IndexQuery { Among = new Dictionary<long, float> { [1] = 7, [2] = -1, [3] = float.NaN } })
            .Select(h => (h.Id, h.Score)));

    [Fact]
    public void No_words_found_means_no_results() => Assert.Empty(Ids(new IndexQuery { Among = new Dictionary<long, float>() }));

    [Fact]
    public void With_nothing_but_a_filter_the_order_is_that_of_the_ids()
    {
        var index = CatalogIndexTests.With([.. Enumerable.Range(0, 3_000).Reverse().Select(i =>
            new IndexItem(i, Looks.At(i), new ItemFacets { Catalog = i % 2 }))]);

        Assert.Equal([1, 3, 5, 7], index.Search(new IndexQuery { Filter = new() { Catalogs = [1] }, Limit = 4 }).Select(h => h.Id));
    }

    [Fact]
    public void A_colour_finds_the_items_that_have_most_of_it()
    {
        var found = Coloured().Search(new IndexQuery { Colour = Red, MinScore = 0.4f });

        Assert.Equal([2, 3], found.Select(h => h.Id));
        Assert.Equal([1, 0.6], found.Select(h => (double)h.ColourLikeness!.Value), (a, b) => Math.Abs(a - b) < 0.05);
    }

    [Fact]
    public void The_score_of_all_parts_together_is_their_mean()
    {
        var hit = Coloured().Search(new IndexQuery
        {
            Like = Looks.At(60), Colour = Red, Among = new Dictionary<long, float> { [3] = 0.2f },
        }).Single();

        Assert.Equal(0.5, hit.Likeness!.Value, 1e-3);
        Assert.Equal(0.6, hit.ColourLikeness!.Value, 0.05);
        Assert.Equal((0.5 + hit.ColourLikeness!.Value + 0.2) / 3, hit.Score, 1e-3);
    }

    [Fact]
    public void A_part_that_was_not_asked_for_is_not_told()
    {
        var hit = Index.Search(new IndexQuery { Limit = 1 }).Single();

        Assert.Equal(new IndexHit(1, 1, null, null), hit);
    }

    [Fact]
    public void Colour_and_likeness_together_find_what_comparing_with_each_finds()
    {
        var random = new Random(6);
        var embeddings = Looks.Clustered(3_000, 64, 20, 6);
        OkLab[] colours = [.. embeddings.Select(_ => new OkLab(random.NextSingle(), random.NextSingle() - 0.5f, 0))];
        var index = CatalogIndexTests.With([.. embeddings.Select((e, i) => new IndexItem(i, e, new ItemFacets
        {
            Catalog = 1, Colours = [new ColourShare(colours[i], 1)],
        }))]);

        var found = index.Search(new IndexQuery { Like = embeddings[5], Colour = colours[9] });

        Assert.Equal(Enumerable.Range(0, 3_000).OrderByDescending(i => Score(i)).Take(12).Select(i => Math.Round(Score(i), 3)),
            found.Select(h => Math.Round(h.Score, 3)));

        double Score(int i)
        {
            var (c, asked) = (colours[i], colours[9]);
            double own = Math.Min(Math.Abs(c.A), 0.15), other = Math.Min(Math.Abs(asked.A), 0.15);
            double light = 1 - (0.5 * other / 0.15), chroma = own - other;
            double around = Math.Pow((Math.Sign(c.A) * own) - (Math.Sign(asked.A) * other), 2) - (chroma * chroma);
            double far = Math.Pow(light * (c.L - asked.L), 2) + (4 * chroma * chroma) + (9 * around);
            double near = 1 / Math.Pow(1 + (far * (Math.Sqrt(2) - 1) / (0.14 * 0.14)), 2);
            return (Math.Max(0, embeddings[5].Cosine(embeddings[i])) + near) / 2;
        }
    }

    [Fact]
    public void An_embedding_of_another_network_is_refused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Index.Search(new IndexQuery { Like = Embedding.Of([1, 2, 3]) }));

        Assert.StartsWith("The index holds embeddings of 2 values and was asked for one of 3", refusal.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void A_limit_out_of_range_is_refused(int limit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new IndexQuery { Limit = limit });

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1.1f)]
    [InlineData(float.NaN)]
    public void A_least_score_or_a_diversity_out_of_range_is_refused(float value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new IndexQuery { MinScore = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new IndexQuery { Diversity = value });
    }

    [Fact]
    public void A_search_that_was_cancelled_before_it_began_does_nothing() => Assert.Throws<OperationCanceledException>(() =>
        Index.Search(new IndexQuery { Like = Looks.At(0) }, new CancellationToken(canceled: true)));

    [Fact]
    public void A_search_can_be_cancelled_on_its_way()
    {
        using var source = new CancellationTokenSource();
        var words = new CancellingWords(source);

        Assert.Throws<OperationCanceledException>(() => Index.Search(new IndexQuery { Among = words }, source.Token));

        Assert.True(words.Asked);
    }

    static IEnumerable<long> Ids(IndexQuery query) => Index.Search(query).Select(h => h.Id);

    static CatalogIndex Coloured() => CatalogIndexTests.With(
        new IndexItem(1, Looks.At(0), new ItemFacets { Catalog = 1, Colours = [new(Blue, 1)] }),
        new IndexItem(2, Looks.At(0), new ItemFacets { Catalog = 1, Colours = [new(Red, 0.9f)] }),
        new IndexItem(3, Looks.At(0), new ItemFacets { Catalog = 1, Colours = [new(Red, 0.6f), new(Blue, 0.4f)] }));

    /// <summary>Words that cancel the search as soon as it asks for the score of one of its ids.</summary>
    sealed class CancellingWords(CancellationTokenSource source) : Dictionary<long, float>, IReadOnlyDictionary<long, float>
    {
        public bool Asked { get; private set; }

        IEnumerable<long> IReadOnlyDictionary<long, float>.Keys => [1];

        int IReadOnlyCollection<KeyValuePair<long, float>>.Count => 1;

        bool IReadOnlyDictionary<long, float>.TryGetValue(long key, out float value)
        {
            Asked = true;
            source.Cancel();
            value = 1;
            return true;
        }
    }
}
