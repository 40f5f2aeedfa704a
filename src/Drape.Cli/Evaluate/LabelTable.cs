using System.Text;
using Drape.Cli.CommandLine;

namespace Drape.Cli.Evaluate;

/// <summary>A CSV file with a header line: fields between commas, quoted where they hold one (RFC 4180).</summary>
sealed class LabelTable
{
    readonly string _path;
    readonly string[] _columns;

    LabelTable(string path, string[] columns, IReadOnlyList<string[]> rows) =>
        (_path, _columns, Rows) = (path, columns, rows);

    /// <summary>The rows under the header.</summary>
    public IReadOnlyList<string[]> Rows { get; }

    /// <exception cref="WrongUseException">The file is not there or no such table.</exception>
    public static LabelTable Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new WrongUseException(
                $"There is no {path}. --data takes a folder with pictures and their labels.", e);
        }

        return Parse(path, text);
    }

    /// <summary>A table's text.</summary>
    /// <param name="path">What messages call it.</param>
    /// <param name="text">Its lines, the header first.</param>
    /// <exception cref="WrongUseException">It is no such table.</exception>
    public static LabelTable Parse(string path, string text)
    {
        var rows = Parse(text).Where(row => row.Length > 1 || row[0].Length > 0).ToList();
        if (rows.Count == 0)
        {
            throw new WrongUseException($"{path} is empty. Its first line names the columns.");
        }

        for (int i = 1; i < rows.Count; i++)
        {
            if (rows[i].Length != rows[0].Length)
            {
                throw new WrongUseException(
                    $"Row {i} of {path} has {rows[i].Length} fields, its header {rows[0].Length}.");
            }
        }

        return new LabelTable(path, rows[0], rows[1..]);
    }

    /// <summary>Where a column stands in each row.</summary>
    /// <exception cref="WrongUseException">There is none of that name.</exception>
    public int Column(string name)
    {
        int index = Array.IndexOf(_columns, name);
        return index >= 0 ? index
            : throw new WrongUseException($"{_path} has no column {name}; it has {string.Join(", ", _columns)}.");
    }

    /// <summary>The rows of a split.</summary>
    /// <param name="split">Which.</param>
    /// <param name="column">The column that names a row's split; null where rows are split by their number.</param>
    /// <param name="make">Makes a row of its fields.</param>
    /// <exception cref="WrongUseException">There are none, or two of the same picture.</exception>
    public IReadOnlyList<TRow> RowsOf<TRow>(Split split, string? column, Func<string[], TRow> make)
        where TRow : ILabelled
    {
        int? place = column is null || split.Name == Split.All ? null : Column(column);
        var rows = new List<TRow>();
        var seen = new HashSet<string>();
        foreach (string[] fields in Rows)
        {
            var row = make(fields);
            if (place is { } at ? split.Has(fields[at]) : column is not null || split.HasNumber(row.Id))
            {
                rows.Add(seen.Add(row.Id) ? row : throw new WrongUseException($"{_path} has the picture {row.Id} twice."));
            }
        }

        return rows.Count > 0 ? rows : throw new WrongUseException(
            split.Name == Split.All ? $"{_path} has no rows." : $"{_path} has no rows with split={split.Name}.");
    }

    static IEnumerable<string[]> Parse(string text)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    field.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append(text[++i]);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c is ',' or '\n')
            {
                fields.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    yield return [.. fields];
                    fields.Clear();
                }
            }
            else if (c != '\r')
            {
                field.Append(c);
            }
        }

        if (field.Length > 0 || fields.Count > 0)
        {
            yield return [.. fields, field.ToString()];
        }
    }
}
