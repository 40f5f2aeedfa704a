namespace Drape.Server.Catalogs.Import;

/// <summary>
/// Rows that were passed over, in the order of their source, in whatever order it was found out; beyond a number of them
/// they are counted only.
/// </summary>
/// <param name="most">How many are kept, from 0.</param>
public sealed class FirstFailures(int most)
{
    readonly List<FailedRow> _rows = [];

    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<FailedRow> Rows => _rows;

    /// <summary>Takes a further one in.</summary>
    public void Add(FailedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        Count++;
        int place = _rows.Count;
        while (place > 0 && _rows[place - 1].Number > row.Number)
        {
            place--; // few overtake it: a row is found out while its neighbours are
        }

        _rows.Insert(place, row);
        if (_rows.Count > most)
        {
            _rows.RemoveAt(most);
        }
    }
}
