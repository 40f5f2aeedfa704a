namespace Drape.Store.Databases;

/// <summary>A column of a table and what a row has in it.</summary>
abstract class Column<TRow>(string name)
{
    public string Name => name;

    /// <summary>One row's value.</summary>
    public abstract object? Value(TRow row);

    /// <summary>The rows' values, as an array of their type.</summary>
    public abstract Array Values(IReadOnlyList<TRow> rows);
}

/// <inheritdoc/>
sealed class Column<TRow, TValue>(string name, Func<TRow, TValue> of) : Column<TRow>(name)
{
    public override object? Value(TRow row) => of(row);

    public override Array Values(IReadOnlyList<TRow> rows)
    {
        var values = new TValue[rows.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = of(rows[i]);
        }

        return values;
    }
}
