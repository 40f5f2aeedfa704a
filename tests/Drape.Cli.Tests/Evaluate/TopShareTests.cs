using Drape.Cli.Evaluate;

namespace Drape.Cli.Tests.Evaluate;

public class TopShareTests
{
    static readonly Ranking[] Answers =
    [
        new("shirt", ["shirt", "polo", "top", "vest"], 0.9),
        new("polo", ["shirt", "polo", "top", "vest"], 0.8),
        new("vest", ["shirt", "polo", "top", "vest"], 0.7),
        new("scarf", ["shirt", "polo", "top", "vest"], 0.6),
    ];

    [Theory]
    [InlineData(1, 0.25)]
    [InlineData(2, 0.5)]
    [InlineData(3, 0.5)]
    [InlineData(4, 0.75)]
    public void Counts_the_truths_among_the_first_few(int first, double share) =>
        Assert.Equal(share, TopShare.Of(Answers, first));

    [Fact]
    public void No_answers_have_no_share() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TopShare.Of([], 1));
}
