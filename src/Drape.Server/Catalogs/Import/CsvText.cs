using System.Text;

namespace Drape.Server.Catalogs.Import;

/// <summary>
/// Reads a table's rows, and goes on behind one whose quotation marks do not match: the marks of one bad line do not take
/// the lines behind it along.
/// </summary>
/// <param name="reader">The text.</param>
/// <param name="delimiter">What parts the columns; found out by the first line where it is null.</param>
sealed class CsvText(TextReader reader, char? delimiter)
{
    /// <summary>Lines and characters that one row has at most; with more its last quotation mark is missing.</summary>
    const int MostLines = 200, MostCharacters = 200_000;

    static readonly char[] Delimiters = [',', ';', '\t', '|'];

    readonly LinkedList<string> _ahead = new();
    readonly List<string> _fields = [];
    char? _delimiter = delimiter;
    int _line;

    /// <summary>The next row that has anything in it; null at the end.</summary>
    /// <param name="columns">How many columns a row over several lines has; 0 where nobody knows yet.</param>
    public CsvRecord? Read(int columns)
    {
        string? first;
        do
        {
            first = Next();
        }
        while (first is { } line && string.IsNullOrWhiteSpace(line.Trim('\uFEFF')));

        if (first is null)
        {
            return null;
        }

        int start = _line;
        char by = _delimiter ??= DelimiterOf(first);
        var end = CsvFields.Split(first, by, _fields);
        return end switch
        {
            CsvFields.End.Whole => new CsvRecord(start, [.. _fields]),
            CsvFields.End.Broken => Bad(start),
            _ => Longer(start, first, by, columns),
        };
    }

    /// <summary>A row that goes on in further lines; where it does not end as a row of this table, these are rows of their own.</summary>
    CsvRecord Longer(int start, string first, char by, int columns)
    {
        var text = new StringBuilder(first);
        var taken = new List<string>();
        while (taken.Count < MostLines && text.Length < MostCharacters && Next() is { } line)
        {
            taken.Add(line);
            text.Append('\n').Append(line);
            if (!line.Contains('"', StringComparison.Ordinal))
            {
                continue; // it can close nothing
            }

            var end = CsvFields.Split(text.ToString(), by, _fields);
            if (end == CsvFields.End.Whole && (columns == 0 || _fields.Count == columns))
            {
                return new CsvRecord(start, [.. _fields]);
            }

            if (end != CsvFields.End.Open)
            {
                break;
            }
        }

        for (int i = taken.Count - 1; i >= 0; i--)
        {
            _ahead.AddFirst(taken[i]);
            _line--;
        }

        return Bad(start);
    }

    string? Next()
    {
        string? line = _ahead.First?.Value;
        if (line is not null)
        {
            _ahead.RemoveFirst();
        }
        else
        {
            line = reader.ReadLine();
        }

        _line += line is null ? 0 : 1;
        return line;
    }

    static CsvRecord Bad(int line) =>
        new(line, [], "The quotation marks of this line do not match: one that belongs to a text is written twice.");

    static char DelimiterOf(string header)
    {
        var fields = new List<string>();
        return Delimiters.MaxBy(d => CsvFields.Split(header, d, fields) == CsvFields.End.Whole ? fields.Count : 0);
    }
}
