namespace Drape.Cli.Terminal;

/// <summary>Rows of cells under muted headings; a column that is empty in every row is left out.</summary>
/// <param name="headings">What each column is called.</param>
sealed class TextTable(params string[] headings)
{
    const string Gap = "  ";

    readonly List<Cell[]> _rows = [];

    /// <summary>A cell: how it looks, and the text that tells its width.</summary>
    /// <param name="Plain">Its text.</param>
    /// <param name="Shown">The same with colours; null where it has none.</param>
    /// <param name="Lead">Cells that a swatch before the text takes.</param>
    public sealed record Cell(string Plain, string? Shown = null, int Lead = 0)
    {
        public int Width => CellWidth.Of(Plain) + Lead;

        public static implicit operator Cell(string text) => new(text);
    }

    /// <summary>Adds a row, a cell for each heading.</summary>
    public void Add(params Cell[] cells) => _rows.Add(cells);

    public void Write(TextWriter writer, Ink ink)
    {
        int[] shown = [.. Enumerable.Range(0, headings.Length).Where(c => _rows.Exists(r => r[c].Plain.Length > 0))];
        int[] widths = [.. shown.Select(c => Math.Max(CellWidth.Of(headings[c]), _rows.Max(r => r[c].Width)))];
        Line(writer, [.. shown.Select(c => new Cell(headings[c], ink.Muted(headings[c])))], widths);
        foreach (var row in _rows)
        {
            Line(writer, [.. shown.Select(c => row[c])], widths);
        }
    }

    /// <summary>Nothing is padded behind the last cell that has text.</summary>
    static void Line(TextWriter writer, Cell[] cells, int[] widths)
    {
        int last = Array.FindLastIndex(cells, c => c.Plain.Length > 0);
        writer.WriteLine(Gap + string.Join(Gap, cells.Take(last + 1).Select((cell, i) =>
            (cell.Shown ?? cell.Plain) + (i == last ? "" : new string(' ', widths[i] - cell.Width)))));
    }
}
