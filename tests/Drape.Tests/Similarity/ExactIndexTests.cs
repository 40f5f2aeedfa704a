using Drape.Similarity;

namespace Drape.Tests.Similarity;

public class ExactIndexTests
{
    // Directions at 0, 90, 10 and 45 degrees.
    static readonly ExactIndex Index = new([At(0), At(90), At(10), At(45)]);

    [Fact]
    public void The_nearest_come_first() =>
        Assert.Equal([2, 0, 3], Index.Nearest(At(8), 3).Select(n => n.Position));

    [Fact]
    public void Each_has_its_cosine() => Assert.Equal(Math.Cos(Math.PI / 4), Index.Nearest(At(0), 3)[2].Similarity, 1e-6);

    [Fact]
    public void Many_at_once_find_what_each_finds()
    {
        Embedding[] queries = [At(0), At(50), At(200)];

        var together = Index.Nearest(queries, 2);

        Assert.Equal(queries.Select(q => Index.Nearest(q, 2)), together);
    }

    [Fact]
    public void There_are_never_more_than_the_index_has() => Assert.Equal(4, Index.Nearest(At(0), 12).Count);

    [Fact]
    public void Of_equally_near_ones_the_first_is_chosen() =>
        Assert.Equal([1, 2], new ExactIndex([At(90), At(5), At(5), At(5)]).Nearest(At(5), 2).Select(n => n.Position));

    [Fact]
    public void It_finds_what_comparing_with_each_finds()
    {
        var random = new Random(5);
        Embedding[] many = [.. Enumerable.Range(0, 500).Select(_ =>
            Embedding.Of([.. Enumerable.Range(0, 16).Select(_ => (float)random.NextDouble() - 0.5f)]))];

        var found = new ExactIndex(many).Nearest(many[7], 20);

        Assert.Equal(Enumerable.Range(0, 500).OrderByDescending(i => many[7].Cosine(many[i])).Take(20),
            found.Select(n => n.Position));
    }

    [Fact]
    public void An_empty_index_finds_nothing() => Assert.Empty(new ExactIndex([]).Nearest(At(0), 3));

    [Fact]
    public void Embeddings_of_different_sizes_are_refused() =>
        Assert.Throws<ArgumentException>(() => new ExactIndex([At(0), Embedding.Of([1, 0, 0])]));

    static Embedding At(double degrees)
    {
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        return Embedding.Of([(float)cosine, (float)sine]);
    }
}
