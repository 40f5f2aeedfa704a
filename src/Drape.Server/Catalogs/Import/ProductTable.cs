using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Drape.Imaging;

namespace Drape.Server.Catalogs.Import;

/// <summary>A shop's table: a CSV file with a header, one product a row.</summary>
public sealed class ProductTable : IProductSource
{
    const int LongestText = 2000;

    readonly string _path;
    readonly CsvConfiguration _format;
    readonly Dictionary<string, int> _places;
    readonly string _pictures;
    readonly string? _currency;

    ProductTable(string path, CsvConfiguration format, Dictionary<string, int> places, IReadOnlyList<string> unused,
        string pictures, string? currency)
    {
        (_path, _format, _places, Unused, _pictures, _currency) = (path, format, places, unused, pictures, currency);
        Count = CountRows();
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <summary>The table's columns that mean nothing to Drape and are not kept.</summary>
    public IReadOnlyList<string> Unused { get; }

    /// <summary>Opens a table and finds its columns.</summary>
    /// <param name="path">The CSV file: UTF-8, or what its byte order mark says.</param>
    /// <param name="mapping">Which column means what.</param>
    /// <param name="name">What messages call the table; its path if null.</param>
    /// <exception cref="ImportException">It is no such table, or lacks the columns it needs.</exception>
    public static ProductTable Open(string path, ColumnMapping mapping, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(mapping);
        var format = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = mapping.Delimiter is null,
            Delimiter = mapping.Delimiter ?? ",",
            BadDataFound = null, // a quotation mark within a name is part of the name
            MissingFieldFound = null,
            TrimOptions = TrimOptions.Trim,
        };
        string[] header = Header(path, format, name ?? path);
        var places = Places(header, mapping, name ?? path);
        string pictures = Path.GetFullPath(mapping.Pictures ?? ".", Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (!places.ContainsKey("picture") && mapping.Pictures is null)
        {
            throw new ImportException($"{name ?? path} has no column 'picture'. Map one ({HeaderText(header)}), or name the "
                + "folder whose files are called after the products' ids.");
        }

        string[] unused = [.. header.Where((name, place) => name.Length > 0 && !places.ContainsValue(place))];
        return new ProductTable(path, format, places, unused, pictures, mapping.Currency);
    }

    /// <inheritdoc/>
    public IEnumerable<GivenRow> Rows()
    {
        using var reader = new CsvReader(new StreamReader(_path, Encoding.UTF8, true), _format);
        reader.Read();
        reader.ReadHeader();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            yield return Row(reader, seen);
        }
    }

    GivenRow Row(CsvReader reader, HashSet<string> seen)
    {
        string place = $"line {reader.Parser.RawRow}";
        // In a table with ids a picture's name may be another product's id.
        string? key = _places.ContainsKey("id") ? Text(reader, "id") : KeyOf(Text(reader, "picture"));
        if (key is null)
        {
            return Failed(place, _places.ContainsKey("id") ? "The row has no id." : "The row has no picture.");
        }

        if (key.Length > LongestText || !seen.Add(key))
        {
            return key.Length > LongestText ? Failed(place, "The id is longer than a text may be.")
                : Failed(place, $"The id {key} was in an earlier row already.", key);
        }

        decimal? price = null;
        string? currency = Text(reader, "currency") ?? _currency;
        if (Text(reader, "price") is { } written)
        {
            if (!PriceText.TryRead(written, out decimal amount, out string? named))
            {
                return Failed(place, $"The price '{written}' of {key} is no amount such as 39.90.", key);
            }

            (price, currency) = (amount, Text(reader, "currency") ?? named ?? _currency);
        }

        if (currency is { } code && (code.Length != 3 || !code.All(char.IsAsciiLetter)))
        {
            return Failed(place, $"The currency '{code}' of {key} is no code of three letters such as EUR.", key);
        }

        if (ProductLink.Fault(Text(reader, "link"), key) is { } fault)
        {
            return Failed(place, fault, key);
        }

        return Picture(reader, key) is not { } picture
            ? Failed(place, _places.ContainsKey("picture") ? $"The product {key} has no picture."
                : $"No picture is called {key} in {_pictures}.", key)
            : new GivenRow(new ProductRow
            {
                Key = key,
                Picture = picture,
                Place = place,
                Name = Text(reader, "name"),
                Names = _places.Keys.Where(k => k.StartsWith(ColumnMapping.OtherNames, StringComparison.Ordinal))
                    .Select(k => (Language: k[ColumnMapping.OtherNames.Length..], Name: Text(reader, k)))
                    .Where(n => n.Name is not null).ToDictionary(n => n.Language, n => n.Name!),
                Price = price,
                Currency = currency?.ToUpperInvariant(),
                Link = Text(reader, "link"),
                Category = Text(reader, "category"),
                Gender = Text(reader, "gender"),
            });
    }

    /// <summary>The picture's URL or full path; null where the row names none.</summary>
    string? Picture(CsvReader reader, string key)
    {
        if (_places.ContainsKey("picture"))
        {
            return Text(reader, "picture") is not { } named ? null
                : IsUrl(named) ? named : Path.GetFullPath(named, _pictures);
        }

        return key.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) >= 0 ? null
            : PictureEndings.All.Select(e => Path.Combine(_pictures, key + e)).FirstOrDefault(File.Exists);
    }

    string? Text(CsvReader reader, string column) =>
        _places.TryGetValue(column, out int place) && reader.TryGetField(place, out string? text)
            && text is { Length: > 0 } ? text.Length <= LongestText ? text : text[..LongestText] : null;

    static string? KeyOf(string? picture) => picture is null ? null : Path.GetFileNameWithoutExtension(
        IsUrl(picture) ? new Uri(picture).AbsolutePath : picture) is { Length: > 0 } name ? name : null;

    static bool IsUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https" or "ftp";

    static GivenRow Failed(string place, string reason, string? key = null) => new(new FailedRow(place, reason, key));

    static string[] Header(string path, CsvConfiguration format, string name)
    {
        try
        {
            using var reader = new CsvReader(new StreamReader(path, Encoding.UTF8, true), format);
            return reader.Read() && reader.ReadHeader() && reader.HeaderRecord is { } header
                ? header : throw new ImportException($"{name} is empty. Its first line names the columns.");
        }
        catch (CsvHelperException e)
        {
            throw new ImportException($"{name} cannot be read as a table: its first line does not name columns.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"The table cannot be opened: {e.Message}", e);
        }
    }

    static Dictionary<string, int> Places(string[] header, ColumnMapping mapping, string table)
    {
        var places = new Dictionary<string, int>();
        foreach (var (known, column) in mapping.Columns)
        {
            int place = Array.FindIndex(header, h => h.Equals(column, StringComparison.OrdinalIgnoreCase));
            places[known] = place >= 0 ? place : throw new ImportException(
                $"{table} has no column '{column}'. {HeaderText(header)}");
        }

        for (int place = 0; place < header.Length; place++)
        {
            string name = header[place].ToLowerInvariant();
            if (ColumnMapping.Known.Contains(name) || name.StartsWith(ColumnMapping.OtherNames, StringComparison.Ordinal))
            {
                places.TryAdd(name, place);
            }
        }

        return places.ContainsKey("id") || places.ContainsKey("picture") ? places : throw new ImportException(
            $"{table} has neither a column 'id' nor a column 'picture'. Map one. {HeaderText(header)}");
    }

    static string HeaderText(string[] header) => $"Its columns are {string.Join(", ", header)}.";

    int CountRows()
    {
        using var reader = new CsvReader(new StreamReader(_path, Encoding.UTF8, true), _format);
        int count = -1; // the header
        while (reader.Read())
        {
            count++;
        }

        return Math.Max(0, count);
    }
}
