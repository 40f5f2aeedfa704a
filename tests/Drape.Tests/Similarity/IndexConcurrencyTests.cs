using Drape.Similarity;

namespace Drape.Tests.Similarity;

/// <summary>Searches while others write.</summary>
public class IndexConcurrencyTests
{
    const int Swapped = 700;

    // Each batch turns all of catalog 1 to the same new direction. A search that saw a part of a batch, an item twice or a
    // slot that was written anew would find another number of items or several directions.
    [Theory]
    [InlineData(0)]
    [InlineData(60_000)]
    public async Task A_search_sees_a_change_as_a_whole_or_not_at_all(int others)
    {
        var index = new CatalogIndex(2);
        index.Put([.. Enumerable.Range(0, others).Select(i => Item(1_000_000 + i, i, 2))]);
        index.Put(Batch(0));
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(2));

        var swapping = Begin(() => Write(n => index.Put(Batch(n)), end.Token));
        var coming = Begin(() => Write(n =>
        {
            index.Put([.. Enumerable.Range(0, 300).Select(i => Item(10_000 + i, n, 3))]);
            index.Remove([.. Enumerable.Range(0, 300).Select(i => 10_000L + i)]);
        }, end.Token));
        var searching = Enumerable.Range(0, 3).Select(_ => Begin(() => Search(index, end.Token))).ToArray();

        await Task.WhenAll([swapping, coming, .. searching]);
        Assert.All([swapping, coming, .. searching], t => Assert.True(t.Result > 10, $"Only {t.Result} were made."));
        Assert.Equal(others + Swapped, index.Count);
    }

    // A thread of its own for each: the pool of a small machine would begin one after the other.
    static Task<int> Begin(Func<int> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    static int Write(Action<int> write, CancellationToken end)
    {
        int n = 1;
        for (; !end.IsCancellationRequested; n++)
        {
            write(n);
        }

        return n - 1;
    }

    static int Search(CatalogIndex index, CancellationToken end)
    {
        int searches = 0;
        for (; !end.IsCancellationRequested; searches++)
        {
            var hits = index.Search(new IndexQuery { Like = Looks.At(0), Filter = new() { Catalogs = [1] }, Limit = 1000 },
                CancellationToken.None);

            Assert.Equal(Enumerable.Range(0, Swapped).Select(i => (long)i), hits.Select(h => h.Id));
            Assert.Single(hits.Select(h => h.Score).Distinct());
        }

        return searches;
    }

    static IndexItem[] Batch(int n) => [.. Enumerable.Range(0, Swapped).Select(i => Item(i, n % 80, 1))];

    static IndexItem Item(long id, double degrees, int catalog) => new(id, Looks.At(degrees), new ItemFacets { Catalog = catalog });
}
