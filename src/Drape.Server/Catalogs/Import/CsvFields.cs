using System.Text;

namespace Drape.Server.Catalogs.Import;

/// <summary>Splits a row of CSV (RFC 4180) into its fields; blanks around them fall away.</summary>
static class CsvFields
{
    /// <summary>How it ended.</summary>
    public enum End
    {
        /// <summary>All of it was understood.</summary>
        Whole,

        /// <summary>A quotation mark is open: the row may go on in the next line.</summary>
        Open,

        /// <summary>Something stands behind a closing quotation mark.</summary>
        Broken,
    }

    /// <summary>Splits a row.</summary>
    /// <param name="text">Its text, of one line or more.</param>
    /// <param name="delimiter">What parts the fields.</param>
    /// <param name="fields">Takes the fields.</param>
    public static End Split(ReadOnlySpan<char> text, char delimiter, List<string> fields)
    {
        fields.Clear();
        int at = 0;
        while (true)
        {
            at = AfterBlanks(text, at, delimiter);
            if (at < text.Length && text[at] == '"')
            {
                int end = Quoted(text, at + 1, fields);
                if (end < 0)
                {
                    return End.Open;
                }

                at = AfterBlanks(text, end, delimiter);
                if (at < text.Length && text[at] != delimiter)
                {
                    return End.Broken;
                }
            }
            else
            {
                // A quotation mark within a name is part of the name.
                int length = text[at..].IndexOf(delimiter) is >= 0 and var found ? found : text.Length - at;
                fields.Add(text.Slice(at, length).Trim().ToString());
                at += length;
            }

            if (at >= text.Length)
            {
                return End.Whole;
            }

            at++;
        }
    }

    static int AfterBlanks(ReadOnlySpan<char> text, int at, char delimiter)
    {
        while (at < text.Length && text[at] != delimiter && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Takes a field in quotation marks; where it ends, or -1 where it does not.</summary>
    static int Quoted(ReadOnlySpan<char> text, int at, List<string> fields)
    {
        var field = new StringBuilder();
        while (text[at..].IndexOf('"') is >= 0 and var length)
        {
            field.Append(text.Slice(at, length));
            at += length + 1;
            if (at >= text.Length || text[at] != '"')
            {
                fields.Add(field.ToString());
                return at;
            }

            field.Append('"');
            at++;
        }

        return -1;
    }
}
