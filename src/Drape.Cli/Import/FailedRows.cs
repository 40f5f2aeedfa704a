using Drape.Cli.Terminal;
using Drape.Server.Catalogs.Import;

namespace Drape.Cli.Import;

/// <summary>The rows that were passed over: the first of them by name, the others as a number.</summary>
/// <param name="most">How many are kept by name.</param>
sealed class FailedRows(int most)
{
    /// <summary>So many are named to people.</summary>
    public const int Named = 20;

    readonly FirstFailures _first = new(most);

    /// <summary>Those that are known by name.</summary>
    public IReadOnlyList<FailedRow> Rows => _first.Rows;

    public void Add(FailedRow row) => _first.Add(row);

    /// <summary>Names them to a person.</summary>
    public void Write(TextWriter writer)
    {
        foreach (var row in Rows.Take(Named))
        {
            writer.WriteLine(Printable.Text($"{row.Place}: {row.Reason}"));
        }

        if (_first.Count > Named)
        {
            writer.WriteLine($"... and {_first.Count - Named} more{(most > Named ? "" : "; --json names all")}.");
        }
    }
}
