using Drape.Cli.CommandLine;
using Drape.Cli.Evaluate;

namespace Drape.Cli.Tests.Evaluate;

public sealed class LabelTableTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Fields_may_be_quoted_and_lines_may_end_as_on_any_system()
    {
        var table = Read("n,words\r\n1,\"a, \"\"b\"\"\nc\"\r\n2,\n");

        Assert.Equal(["1", "a, \"b\"\nc"], table.Rows[0]);
        Assert.Equal(["2", ""], table.Rows[1]);
        Assert.Equal(2, table.Rows.Count);
        Assert.Equal(1, table.Column("words"));
    }

    [Fact]
    public void A_missing_column_is_named_with_those_that_are_there() => Assert.EndsWith(
        "has no column type; it has n, words.",
        Assert.Throws<WrongUseException>(() => Read("n,words\n1,a").Column("type")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_row_with_too_few_fields_is_named() => Assert.Contains(
        "Row 2 of", Assert.Throws<WrongUseException>(() => Read("n,words\n1,a\n2\n")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_missing_table_is_wrong_use() =>
        Assert.Throws<WrongUseException>(() => LabelTable.Read(_folder["none.csv"]));

    LabelTable Read(string text) => LabelTable.Read(_folder.Write("table.csv", text));
}
