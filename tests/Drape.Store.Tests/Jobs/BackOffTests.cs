using Drape.Store.Jobs;

namespace Drape.Store.Tests.Jobs;

public sealed class BackOffTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(3, 40)]
    [InlineData(7, 640)]
    [InlineData(8, 900)]
    [InlineData(5000, 900)]
    public void Each_failure_doubles_the_wait_up_to_the_longest(int failures, double seconds) =>
        Assert.Equal(seconds, BackOff.Default.After(failures, chance: 1).TotalSeconds, 3);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(0.5, 7.5)]
    [InlineData(1, 10)]
    public void Chance_decides_the_second_half_of_the_wait(double chance, double seconds) =>
        Assert.Equal(seconds, BackOff.Default.After(1, chance).TotalSeconds, 3);

    [Fact]
    public void A_wait_of_nothing_is_refused() =>
        Assert.Throws<ArgumentException>(() => BackOff.Default with { First = TimeSpan.Zero });
}
