using Drape.Garments;

namespace Drape.Tests.Garments;

public sealed class TypeHintTests
{
    static readonly string[] Types = ["jeans", "trousers", "boots", "flats", "hat"];

    [Fact]
    public void The_groups_types_share_its_confidence_and_the_others_what_is_left_and_the_root_of_that_counts()
    {
        float[] prior = new TypeHint("trousers", 0.7, ["jeans", "trousers"]).Prior(Types);

        Assert.Equal([0.35f, 0.35f, 0.1f, 0.1f, 0.1f], prior, (a, b) => Math.Abs(a - b * b) < 1e-6f);
    }

    [Fact]
    public void Even_the_surest_parser_leaves_the_other_types_something()
    {
        float[] prior = new TypeHint("headwear", 1, ["hat"]).Prior(Types);

        Assert.All(prior, p => Assert.True(p > 0));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("bag")]
    public void A_hint_without_a_type_of_the_readers_tells_nothing(string? type)
    {
        Assert.Empty(new TypeHint("bag", 0.9, type is null ? null : [type]).Prior(Types));
    }

    [Fact]
    public void A_hint_of_all_types_tells_nothing()
    {
        Assert.Empty(new TypeHint("something", 0.9, Types).Prior(Types));
    }
}
