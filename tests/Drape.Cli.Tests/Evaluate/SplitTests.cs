using Drape.Cli.CommandLine;
using Drape.Cli.Evaluate;

namespace Drape.Cli.Tests.Evaluate;

public class SplitTests
{
    [Theory]
    [InlineData("0007", "validation", true)]
    [InlineData("59267", "validation", true)]
    [InlineData("0070", "validation", false)]
    [InlineData("0070", "train", true)]
    [InlineData("0007", "train", false)]
    [InlineData("0007", "all", true)]
    [InlineData("coat", "all", true)]
    public void Numbers_that_end_in_seven_are_held_out(string id, string split, bool belongs) =>
        Assert.Equal(belongs, new Split(split).HasNumber(id));

    [Fact]
    public void A_name_that_is_no_number_cannot_be_split() => Assert.Contains("'coat' is none",
        Assert.Throws<WrongUseException>(() => new Split("train").HasNumber("coat")).Message, StringComparison.Ordinal);
}
