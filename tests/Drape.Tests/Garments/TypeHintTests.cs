using Drape.Garments;

namespace Drape.Tests.Garments;

public sealed class TypeHintTests
{
    static readonly string[] Types = ["jeans", "trousers", "boots", "flats", "hat"];
    static readonly Dictionary<string, double> Legs = new() { ["jeans"] = 0.2, ["trousers"] = 0.8 };

    /// <summary>The power of what is probable by the hint alone that counts, of what is worn and of what is for sale or lies.</summary>
    internal const double Say = 1.2, SayOfProducts = 0.5;

    [Fact]
    public void The_groups_types_share_its_confidence_and_the_others_what_is_left_and_a_power_of_that_counts() =>
        Same([0.35, 0.35, 0.1, 0.1, 0.1], new TypeHint("trousers", 0.7, Legs).Prior(Types, worn: false), SayOfProducts);

    [Fact]
    public void What_is_worn_in_the_street_shares_as_such_things_do_there() =>
        Same([0.14, 0.56, 0.1, 0.1, 0.1], new TypeHint("trousers", 0.7, Legs).Prior(Types, worn: true));

    [Fact]
    public void Shares_of_types_that_the_reader_does_not_have_go_to_the_others_of_the_group() => Same([0.35, 0.35, 0.1, 0.1, 0.1],
        new TypeHint("trousers", 0.7, new Dictionary<string, double> { ["jeans"] = 0.25, ["trousers"] = 0.25, ["chaps"] = 0.5 }).Prior(Types, worn: true));

    [Fact]
    public void Even_the_surest_parser_leaves_the_other_types_something()
    {
        float[] prior = new TypeHint("headwear", 1, Shares("hat")).Prior(Types, worn: true);

        Assert.All(prior, p => Assert.True(p > 0));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("bag")]
    public void A_hint_without_a_type_of_the_readers_tells_nothing(string? type)
    {
        Assert.Empty(new TypeHint("bag", 0.9, type is null ? null : Shares(type)).Prior(Types, worn: true));
    }

    [Fact]
    public void A_hint_of_all_types_tells_nothing()
    {
        Assert.Empty(new TypeHint("something", 0.9, Shares(Types)).Prior(Types, worn: true));
    }

    /// <summary>Types of which a group's things have one as often as another.</summary>
    internal static Dictionary<string, double> Shares(params string[] types) => types.ToDictionary(t => t, _ => 1.0 / types.Length);

    static void Same(double[] probable, float[] prior, double say = Say) =>
        Assert.Equal(probable, prior.Select(p => Math.Pow(p, 1 / say)), (a, b) => Math.Abs(a - b) < 1e-6);
}
