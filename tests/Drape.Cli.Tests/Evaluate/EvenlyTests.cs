using Drape.Cli.Evaluate;

namespace Drape.Cli.Tests.Evaluate;

public class EvenlyTests
{
    [Fact]
    public void Some_of_many_are_spread_over_all() =>
        Assert.Equal([0, 2, 5, 7], Evenly.Chosen([.. Enumerable.Range(0, 10)], 4));

    [Fact]
    public void Few_are_all_chosen() => Assert.Equal([0, 1, 2], Evenly.Chosen([0, 1, 2], 200));
}
