using Drape.Cli.Terminal;

namespace Drape.Cli.Tests.Terminal;

public class TextTableTests
{
    [Fact]
    public void Columns_are_as_wide_as_their_widest_cell_and_empty_ones_are_left_out()
    {
        var table = new TextTable("id", "nothing", "name", "price");
        table.Add("1", "", "셔츠", "5");
        table.Add("22", "", "shirts", "");

        Assert.Equal("""
              id  name    price
              1   셔츠    5
              22  shirts

            """.ReplaceLineEndings(), Text(table, ColourDepth.None));
    }

    [Fact]
    public void A_swatch_before_a_word_moves_nothing_after_it()
    {
        var ink = new Ink(ColourDepth.True);
        var table = new TextTable("colour", "x");
        table.Add(new TextTable.Cell("navy", ink.Swatch("#1f2a4d") + "navy", 3), "y");

        Assert.EndsWith("██\e[0m navy  y", Text(table, ColourDepth.True).TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("oxford", 6, "oxford")]
    [InlineData("oxford shirt", 8, "oxford…")]
    [InlineData("옥스퍼드", 5, "옥스…")]
    public void A_long_text_is_cut_to_cells(string text, int cells, string cut) => Assert.Equal(cut, CellWidth.Cut(text, cells));

    static string Text(TextTable table, ColourDepth depth)
    {
        using var writer = new StringWriter();
        table.Write(writer, new Ink(depth));
        return writer.ToString();
    }
}
