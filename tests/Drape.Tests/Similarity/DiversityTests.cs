using Drape.Similarity;

namespace Drape.Tests.Similarity;

public class DiversityTests
{
    [Fact]
    public void Without_diversity_the_nearest_come_first_however_alike() =>
        Assert.Equal([1, 2, 3], Found(CatalogIndexTests.With(Looks.Items(0, 1, 2, 40)), 0));

    [Fact]
    public void What_looks_the_same_as_a_result_is_passed_over() =>
        Assert.Equal([1, 4], Found(CatalogIndexTests.With(Looks.Items(0, 1, 2, 40)), 0.01f));

    [Fact]
    public void What_differs_comes_before_what_is_more_alike() =>
        Assert.Equal([1, 3, 2], Found(CatalogIndexTests.With(Looks.Items(5, 20, -30)), 0.7f));

    [Fact]
    public void The_first_is_always_the_best() =>
        Assert.Equal(1, Found(CatalogIndexTests.With(Looks.Items(5, 60, -90)), 1)[0]);

    [Fact]
    public void A_thousand_copies_of_the_best_do_not_use_up_the_results()
    {
        var index = CatalogIndexTests.With(Looks.Items([.. Enumerable.Repeat(0.0, 1_000), 30, 60]));

        Assert.Equal([1, 1001, 1002], Found(index, 0.2f));
    }

    [Fact]
    public void The_choice_is_that_of_maximal_marginal_relevance()
    {
        var embeddings = Looks.Scattered(60, 8, 5);
        var index = CatalogIndexTests.With([.. embeddings.Select((e, i) => new IndexItem(i, e, new ItemFacets { Catalog = 1 }))]);
        var query = Looks.Scattered(1, 8, 6)[0];

        var found = index.Search(new IndexQuery { Like = query, Limit = 10, Diversity = 0.4f }).Select(h => (int)h.Id);

        double[] scores = [.. embeddings.Select(e => Math.Max(0.0, query.Cosine(e)))];
        List<int> chosen = [];
        while (chosen.Count < 10)
        {
            chosen.Add(Enumerable.Range(0, 60).Except(chosen)
                .Where(i => chosen.All(c => embeddings[c].Cosine(embeddings[i]) <= Diversity.Same))
                .MaxBy(i => (scores[i] < scores.Max() / 2 ? -10 : 0) + (0.6 * scores[i])
                    - (chosen.Count == 0 ? 0 : 0.4 * Math.Max(0, chosen.Max(c => embeddings[c].Cosine(embeddings[i]))))));
        }

        Assert.Equal(chosen, found);
    }

    [Fact]
    public void What_scores_less_than_half_of_the_best_comes_only_when_nothing_else_is_left()
    {
        // Three that are like the question and each other, and one that has nothing to do with any of them.
        var index = CatalogIndexTests.With([.. ((int[])[0, 20, 40, 88]).Select(
            (angle, i) => new IndexItem(i, Looks.At(angle), new ItemFacets { Catalog = 1 }))]);

        var found = index.Search(new IndexQuery { Like = Looks.At(0), Limit = 4, Diversity = 0.9f }).Select(h => h.Id);

        Assert.Equal(3, found.Last());
    }

    static long[] Found(CatalogIndex index, float diversity) =>
        [.. index.Search(new IndexQuery { Like = Looks.At(0), Limit = 3, Diversity = diversity }).Select(h => h.Id)];
}
