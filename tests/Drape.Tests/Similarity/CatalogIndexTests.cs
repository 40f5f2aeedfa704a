using Drape.Similarity;

namespace Drape.Tests.Similarity;

/// <summary>What goes in and out.</summary>
public class CatalogIndexTests
{
    static readonly ItemFacets Facets = new() { Catalog = 1 };

    [Fact]
    public void An_empty_index_finds_nothing() => Assert.Empty(new CatalogIndex().Search(new IndexQuery { Like = Looks.At(0) }));

    [Fact]
    public void An_empty_index_takes_no_memory() => Assert.Equal(0, new CatalogIndex(256).Bytes);

    [Fact]
    public void The_first_item_says_how_many_values_there_are()
    {
        var index = new CatalogIndex();

        index.Put(Looks.Items(0));

        Assert.Equal(2, index.Values);
    }

    [Fact]
    public void An_item_that_was_put_is_found() => Assert.Equal([1], Found(With(Looks.Items(30)), 30));

    [Fact]
    public void An_item_takes_the_place_of_the_one_with_its_id()
    {
        var index = With(Looks.Items(0, 50));

        index.Put([new IndexItem(1, Looks.At(90), Facets)]);

        Assert.Equal([2, 1], Found(index, 40));
        Assert.Equal(2, index.Count);
    }

    [Fact]
    public void Facets_are_replaced_with_the_item()
    {
        var index = With(new IndexItem(1, Looks.At(0), Facets with { Type = "Shirts" }));

        index.Put([new IndexItem(1, Looks.At(0), Facets with { Type = "Coats" })]);

        Assert.Empty(index.Search(new IndexQuery { Filter = new() { Types = ["Shirts"] } }));
        Assert.Single(index.Search(new IndexQuery { Filter = new() { Types = ["Coats"] } }));
    }

    [Fact]
    public void Of_one_id_twice_in_a_batch_the_last_counts()
    {
        var index = With(new IndexItem(1, Looks.At(0), Facets), new IndexItem(1, Looks.At(90), Facets));

        var hit = Assert.Single(index.Search(new IndexQuery { Like = Looks.At(90) }));

        Assert.Equal(1, hit.Score, 1e-4);
    }

    [Fact]
    public void A_removed_item_is_not_found()
    {
        var index = With(Looks.Items(0, 10, 20));

        Assert.Equal(1, index.Remove([2, 77]));

        Assert.Equal([1, 3], Found(index, 0));
        Assert.Equal(2, index.Count);
    }

    [Fact]
    public void A_removed_item_can_come_back()
    {
        var index = With(Looks.Items(0, 10));
        index.Remove([1, 2]);

        index.Put(Looks.Items(0, 10));

        Assert.Equal([2, 1], Found(index, 20));
    }

    [Fact]
    public void Halves_give_what_objects_give()
    {
        var embeddings = Looks.Scattered(200, 100, 4);
        long[] ids = [.. Enumerable.Range(0, 200)];
        var objects = With([.. embeddings.Select((e, i) => new IndexItem(i, e, Facets))]);
        var halves = new CatalogIndex();

        halves.Put(ids, [.. embeddings.SelectMany(e => e.Values.ToArray().Select(v => (Half)(3 * v)))],
            [.. ids.Select(_ => Facets)]);

        var query = new IndexQuery { Like = embeddings[17], Limit = 200 };
        var expected = objects.Search(query).ToDictionary(h => h.Id, h => h.Score);
        Assert.All(halves.Search(query), hit => Assert.Equal(expected[hit.Id], hit.Score, 2e-3f));
    }

    [Fact]
    public void A_batch_of_another_network_is_refused()
    {
        var index = With(Looks.Items(0));

        var refusal = Assert.Throws<ArgumentException>(() =>
            index.Put([new IndexItem(9, Embedding.Of([1, 2, 3]), Facets)]));

        Assert.StartsWith("The index takes vectors of 2 values, not 3", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_of_two_networks_is_refused_as_a_whole()
    {
        var index = new CatalogIndex();

        Assert.Throws<ArgumentException>(() =>
            index.Put([.. Looks.Items(0), new IndexItem(9, Embedding.Of([1, 2, 3]), Facets)]));

        Assert.Equal((0, 0), (index.Count, index.Values));
    }

    [Fact]
    public void A_batch_with_a_vector_that_points_nowhere_is_refused_as_a_whole()
    {
        var index = With(Looks.Items(0));

        var refusal = Assert.Throws<ArgumentException>(() =>
            index.Put([1, 2], [(Half)0, (Half)1, (Half)0, (Half)0], [Facets, Facets]));

        Assert.StartsWith("The vector of item 2 points nowhere", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(index.Search(new IndexQuery { Like = Looks.At(0) })).Score, 1e-4);
    }

    [Fact]
    public void As_many_facets_as_items_are_asked_for() =>
        Assert.Throws<ArgumentException>(() => new CatalogIndex().Put([1, 2], [(Half)1, (Half)1], [Facets]));

    [Fact]
    public void Values_that_do_not_make_whole_vectors_are_refused() =>
        Assert.Throws<ArgumentException>(() => new CatalogIndex().Put([1, 2], [(Half)1, (Half)1, (Half)1], [Facets, Facets]));

    [Theory]
    [InlineData(0)]
    [InlineData(65_537)]
    public void A_number_of_values_out_of_range_is_refused(int values) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CatalogIndex(values));

    [Fact]
    public void Items_over_many_chunks_are_all_found()
    {
        var embeddings = Looks.Scattered(40_000, 4, 8);
        var index = new CatalogIndex();
        foreach (var batch in embeddings.Select((e, i) => new IndexItem(i, e, Facets)).Chunk(3_000))
        {
            index.Put(batch);
        }

        Assert.Equal(40_000, index.Count);
        Assert.All(Enumerable.Range(0, 40).Select(i => i * 1_000), i =>
            Assert.Equal(i, index.Search(new IndexQuery { Among = new Dictionary<long, float> { [i] = 1 } }).Single().Id));
    }

    [Fact]
    public void Items_replaced_again_and_again_do_not_use_up_memory()
    {
        var items = Looks.Scattered(2_000, 64, 9).Select((e, i) => new IndexItem(i, e, Facets)).ToArray();
        var index = With(items);
        index.Put(items);
        long before = index.Bytes;

        for (int i = 0; i < 50; i++)
        {
            index.Put(items);
        }

        Assert.InRange(index.Bytes, 1, 2 * before);
    }

    [Fact]
    public void What_is_left_of_emptied_chunks_is_found()
    {
        var embeddings = Looks.Scattered(33_000, 32, 10);
        var index = With([.. embeddings.Select((e, i) => new IndexItem(i, e, Facets))]);
        long before = index.Bytes;

        index.Remove([.. Enumerable.Range(0, 33_000).Where(i => i % 33 != 3).Select(i => (long)i)]);

        int[] left = [.. Enumerable.Range(0, 1_000).Select(i => (i * 33) + 3)];
        var found = index.Search(new IndexQuery { Like = embeddings[3], Limit = 1_000 });
        Assert.Equal(left, found.Select(h => (int)h.Id).Order());
        Assert.All(found, hit => Assert.Equal(Math.Max(0, embeddings[3].Cosine(embeddings[hit.Id])), hit.Score, 1e-4f));
        Assert.True(index.Bytes < before / 2, $"{index.Bytes} of {before} bytes are left.");
    }

    [Fact]
    public void An_index_that_was_emptied_can_be_filled_again()
    {
        var index = With(Looks.Items(0, 10));
        index.Remove([1, 2]);

        index.Put(Looks.Items(40));

        Assert.Equal([1], Found(index, 0));
    }

    internal static CatalogIndex With(params IndexItem[] items)
    {
        var index = new CatalogIndex();
        index.Put(items);
        return index;
    }

    static IEnumerable<long> Found(CatalogIndex index, double degrees) =>
        index.Search(new IndexQuery { Like = Looks.At(degrees) }).Select(h => h.Id);
}
