using Drape.Server.Pages.Operations;

namespace Drape.Server.Tests.Pages.Operations;

public sealed class AmountsTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1000, "1 KB")]
    [InlineData(340_400, "340 KB")]
    [InlineData(24_640_000, "24.6 MB")]
    [InlineData(2_000_000_000_000, "2 TB")]
    public void Bytes_are_told_in_the_largest_unit(long bytes, string text) => Assert.Equal(text, Amounts.Bytes(bytes));

    [Fact]
    public void Large_counts_have_their_commas() => Assert.Equal("1,234,567", Amounts.Count(1_234_567));
}
