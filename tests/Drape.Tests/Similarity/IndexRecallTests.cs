using Drape.Similarity;

namespace Drape.Tests.Similarity;

/// <summary>How many of the twelve that float finds the index finds.</summary>
public class IndexRecallTests
{
    const int Count = 60_000; // enough for a search to be shared among threads
    const int Asked = 40;

    [Theory]
    [InlineData(256, 300)]
    [InlineData(100, 300)]
    [InlineData(256, 5)]
    public void Of_vectors_in_clusters(int values, int clusters) => Check(Looks.Clustered(Count + Asked, values, clusters, values));

    [Fact]
    public void Of_vectors_without_any_order() => Check(Looks.Scattered(Count + Asked, 256, 2));

    [Fact]
    public void Of_those_that_pass_a_filter()
    {
        var all = Looks.Clustered(Count + Asked, 256, 50, 3);
        var index = Index(all[Asked..]);
        Embedding[] passing = [.. all[Asked..].Where((_, i) => i % 7 == 3)];

        Check(all[..Asked], passing, query =>
            index.Search(new IndexQuery { Like = query, Filter = new() { Catalogs = [3] } }).Select(h => (int)h.Id / 7));
    }

    [Theory]
    [InlineData(30)] // two thousand items that are about as like: among them kinds decide
    [InlineData(300)]
    public void Of_vectors_whose_kinds_are_weighed(int clusters)
    {
        string[] words = [.. Enumerable.Range(0, 40).Select(i => $"kind {i}")];
        Kinds KindOf(int i) => Kinds.Of([new(words[i * 7 % 40], 0.6f), new(words[i * 11 % 40], 0.3f)]);
        var all = Looks.Clustered(Count + Asked, 256, clusters, 9);
        var items = all[Asked..].Select((e, i) => new IndexItem(i, e, new ItemFacets { Catalog = 0, Kinds = KindOf(i) })).ToArray();
        var index = CatalogIndexTests.With(items);
        int found = 0;
        for (int q = 0; q < Asked; q++)
        {
            var query = new IndexQuery { Like = all[q], Kinds = KindOf(q), Limit = 12 };
            // With room for every item nothing is left to chance.
            var exact = index.Search(query with { Limit = 1000 }).Take(12).Select(h => h.Id);
            found += index.Search(query).Select(h => h.Id).Intersect(exact).Count();
        }

        Assert.InRange(found / (12.0 * Asked), 0.99, 1);
    }

    static void Check(Embedding[] all)
    {
        var index = Index(all[Asked..]);
        Check(all[..Asked], all[Asked..], query => index.Search(new IndexQuery { Like = query }).Select(h => (int)h.Id));
    }

    static void Check(Embedding[] queries, Embedding[] items, Func<Embedding, IEnumerable<int>> search)
    {
        var exact = new ExactIndex(items).Nearest(queries, 12);

        int found = queries.Zip(exact).Sum(pair => search(pair.First).Intersect(pair.Second.Select(n => n.Position)).Count());

        Assert.InRange(found / (12.0 * queries.Length), 0.99, 1);
    }

    static CatalogIndex Index(Embedding[] items) => CatalogIndexTests.With(
        [.. items.Select((e, i) => new IndexItem(i, e, new ItemFacets { Catalog = i % 7 }))]);
}
