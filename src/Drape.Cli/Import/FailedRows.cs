using Drape.Cli.Terminal;
using Drape.Server.Catalogs.Import;

namespace Drape.Cli.Import;

/// <summary>The rows that were passed over: the first of them by name, the others as a number.</summary>
/// <param name="most">How many are kept by name.</param>
sealed class FailedRows(int most)
{
    /// <summary>So many are named to people.</summary>
    public const int Named = 20;

    readonly List<FailedRow> _rows = [];
    int _count;

    /// <summary>Those that are known by name.</summary>
    public IReadOnlyList<FailedRow> Rows => _rows;

    public void Add(FailedRow row)
    {
        _count++;
        if (_rows.Count < most)
        {
            _rows.Add(row);
        }
    }

    /// <summary>Names them to a person.</summary>
    public void Write(TextWriter writer)
    {
        foreach (var row in _rows.Take(Named))
        {
            writer.WriteLine(Printable.Text($"{row.Place}: {row.Reason}"));
        }

        if (_count > Named)
        {
            writer.WriteLine($"... and {_count - Named} more{(most > Named ? "" : "; --json names all")}.");
        }
    }
}
