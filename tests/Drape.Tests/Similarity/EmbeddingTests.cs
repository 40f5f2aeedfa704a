using Drape.Similarity;

namespace Drape.Tests.Similarity;

public class EmbeddingTests
{
    [Fact]
    public void A_vector_is_brought_to_unit_length() => Assert.Equal([0.6f, 0.8f], Embedding.Of([3, 4]).Values.ToArray());

    [Fact]
    public void The_cosine_is_one_for_the_same_direction() =>
        Assert.Equal(1, Embedding.Of([1, 2, 2]).Cosine(Embedding.Of([10, 20, 20])), 1e-6);

    [Fact]
    public void The_cosine_is_zero_for_a_right_angle() =>
        Assert.Equal(0, Embedding.Of([1, 1]).Cosine(Embedding.Of([1, -1])), 1e-6);

    [Theory]
    [InlineData(0f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_vector_without_a_direction_is_refused(float value) =>
        Assert.Throws<ArgumentException>(() => Embedding.Of([value, 0]));

    [Fact]
    public void Between_two_lies_the_direction_that_is_as_near_to_both()
    {
        var (one, other) = (Embedding.Of([1, 0]), Embedding.Of([0, 5]));

        var between = Embedding.Between(one, other);

        Assert.Equal(Math.Sqrt(0.5), between.Cosine(one), 1e-6);
        Assert.Equal(Math.Sqrt(0.5), between.Cosine(other), 1e-6);
    }

    [Fact]
    public void Between_opposites_the_first_is_given() =>
        Assert.Equal([1f, 0f], Embedding.Between(Embedding.Of([1, 0]), Embedding.Of([-1, 0])).Values.ToArray());

    [Fact]
    public void Embeddings_of_different_networks_are_not_compared() =>
        Assert.Throws<ArgumentException>(() => Embedding.Of([1, 0]).Cosine(Embedding.Of([1, 0, 0])));
}
