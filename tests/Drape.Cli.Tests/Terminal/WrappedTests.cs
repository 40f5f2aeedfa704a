using Drape.Cli.Terminal;

namespace Drape.Cli.Tests.Terminal;

public class WrappedTests
{
    [Fact]
    public void A_list_is_broken_between_its_items() =>
        Assert.Equal(["type.top1 0.71,", "type.top3 0.93,", "ece 0.05"], Wrapped.Lines("type.top1 0.71, type.top3 0.93, ece 0.05", ", ", 16));

    [Fact]
    public void As_much_as_fits_stands_on_a_line() => Assert.Equal(["a, b, c,", "d"], Wrapped.Lines("a, b, c, d", ", ", 8));

    [Fact]
    public void What_is_wider_than_a_line_has_one_of_its_own() =>
        Assert.Equal(["a", "very-long-word", "b"], Wrapped.Lines("a very-long-word b", " ", 6));

    [Fact]
    public void Wide_letters_count_twice() => Assert.Equal(["가방,", "모자"], Wrapped.Lines("가방, 모자", ", ", 8));

    [Fact]
    public void Nothing_is_one_empty_line() => Assert.Equal([""], Wrapped.Lines("", " ", 8));
}
