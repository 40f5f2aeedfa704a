using System.Globalization;
using System.Text;
using Drape.Imaging;
using Drape.Server.Prices;

namespace Drape.Server.Catalogs.Import;

/// <summary>A shop's table: a CSV file with a header, one product a row.</summary>
public sealed class ProductTable : IProductSource
{
    const int LongestText = 2000;
    const int MostNamed = 30, LongestName = 60, LongestReason = 500;

    readonly string _path;
    readonly ColumnMapping _mapping;
    readonly int _columns;
    readonly Dictionary<string, int> _places;
    readonly string _pictures;

    ProductTable(string path, string name, ColumnMapping mapping, int columns, Dictionary<string, int> places,
        IReadOnlyList<string> unused, string pictures)
    {
        (_path, _mapping, _columns, _places, Unused, _pictures) = (path, mapping, columns, places, unused, pictures);
        Count = CountRows(name);
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <summary>The table's columns that mean nothing to Drape and are not kept.</summary>
    public IReadOnlyList<string> Unused { get; }

    /// <summary>Opens a table and finds its columns.</summary>
    /// <param name="path">The CSV file: as its byte order mark says, else as the mapping says, else UTF-8.</param>
    /// <param name="mapping">Which column means what.</param>
    /// <param name="name">What messages call the table; its path if null.</param>
    /// <exception cref="ImportException">It is no such table, or lacks the columns it needs.</exception>
    public static ProductTable Open(string path, ColumnMapping mapping, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(mapping);
        string[] header = Header(path, mapping, name ?? path);
        var places = Places(header, mapping, name ?? path);
        string pictures = Path.GetFullPath(mapping.Pictures ?? ".", Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (!places.ContainsKey("picture") && mapping.Pictures is null)
        {
            throw new ImportException($"{name ?? path} has no column 'picture'. Map one ({HeaderText(header)}), or name the "
                + "folder whose files are called after the products' ids.");
        }

        string[] unused = [.. header.Where((name, place) => name.Length > 0 && !places.ContainsValue(place))];
        return new ProductTable(path, name ?? path, mapping, header.Length, places, unused, pictures);
    }

    /// <inheritdoc/>
    public IEnumerable<GivenRow> Rows()
    {
        using var reader = TableEncoding.Open(_path, _mapping.Encoding);
        var text = TextOf(reader, _mapping);
        text.Read(0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (text.Read(_columns) is { } record)
        {
            yield return Row(record, seen);
        }
    }

    GivenRow Row(CsvRecord record, HashSet<string> seen)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"line {record.Line}");
        if (record.Fault is { } broken)
        {
            return Failed(place, broken);
        }

        if (record.Fields.Any(f => f.Contains('\0', StringComparison.Ordinal)))
        {
            return Failed(place, "The row holds a character that is none (a zero byte).");
        }

        // In a table with ids a picture's name may be another product's id.
        string? key = _places.ContainsKey("id") ? Text(record, "id") : KeyOf(Text(record, "picture"));
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
        string? currency = Text(record, "currency") ?? _mapping.Currency;
        if (Text(record, "price") is { } written)
        {
            if (!PriceText.TryRead(written, out decimal amount, out string? named))
            {
                return Failed(place, $"The price '{written}' of {key} is no amount such as 39.90.", key);
            }

            (price, currency) = (amount, Text(record, "currency") ?? named ?? _mapping.Currency);
        }

        if (currency is { } code && (code.Length != 3 || !code.All(char.IsAsciiLetter)))
        {
            return Failed(place, $"The currency '{code}' of {key} is no code of three letters such as EUR.", key);
        }

        if (ProductLink.Fault(Text(record, "link"), key) is { } fault)
        {
            return Failed(place, fault, key);
        }

        return Picture(record, key) is not { } picture
            ? Failed(place, _places.ContainsKey("picture") ? $"The product {key} has no picture."
                : $"No picture is called {key} in {_pictures}.", key)
            : new GivenRow(new ProductRow
            {
                Key = key,
                Picture = picture,
                Place = place,
                Name = Text(record, "name"),
                Names = _places.Keys.Where(k => k.StartsWith(ColumnMapping.OtherNames, StringComparison.Ordinal))
                    .Select(k => (Language: k[ColumnMapping.OtherNames.Length..], Name: Text(record, k)))
                    .Where(n => n.Name is not null).ToDictionary(n => n.Language, n => n.Name!),
                Price = price,
                Currency = currency?.ToUpperInvariant(),
                Link = Text(record, "link"),
                Category = Text(record, "category"),
                Gender = Text(record, "gender"),
            });
    }

    /// <summary>The picture's URL or full path; null where the row names none.</summary>
    string? Picture(CsvRecord record, string key)
    {
        if (_places.ContainsKey("picture"))
        {
            return Text(record, "picture") is not { } named ? null
                : IsUrl(named) ? named : Path.GetFullPath(named, _pictures);
        }

        return key.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) >= 0 ? null
            : PictureEndings.All.Select(e => Path.Combine(_pictures, key + e)).FirstOrDefault(File.Exists);
    }

    string? Text(CsvRecord record, string column) =>
        _places.TryGetValue(column, out int place) && record[place] is { Length: > 0 } text ? text : null;

    static string? KeyOf(string? picture) => picture is null ? null : Path.GetFileNameWithoutExtension(
        IsUrl(picture) ? new Uri(picture).AbsolutePath : picture) is { Length: > 0 } name ? name : null;

    static bool IsUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https" or "ftp";

    static GivenRow Failed(string place, string reason, string? key = null) => new(new FailedRow(
        place, reason.Length <= LongestReason ? reason : reason[..LongestReason] + "...", key));

    static string[] Header(string path, ColumnMapping mapping, string name)
    {
        try
        {
            using var reader = TableEncoding.Open(path, mapping.Encoding);
            var record = TextOf(reader, mapping).Read(0)
                ?? throw new ImportException($"{name} is empty. Its first line names the columns.");
            // A picture, or a workbook as Excel keeps it.
            return record.Fault is null && !record.Fields.Any(f => f.Any(char.IsControl)) ? [.. record.Fields]
                : throw new ImportException($"{name} cannot be read as a table: its first line does not name columns. "
                    + "A table is text; from Excel, save it as 'CSV UTF-8'.");
        }
        catch (DecoderFallbackException e)
        {
            throw Undecodable(name, mapping, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"The table cannot be opened: {e.Message}", e);
        }
    }

    static CsvText TextOf(TextReader reader, ColumnMapping mapping) => new(reader, mapping.Delimiter?[0]);

    static ImportException Undecodable(string name, ColumnMapping mapping, DecoderFallbackException e) => new(
        mapping.Encoding is { } told ? $"{name} is not written in {told}: some of its bytes mean nothing there. Name another encoding."
        : $"{name} is not written in UTF-8. Save it as UTF-8 (in Excel: 'CSV UTF-8'), or name its encoding: "
            + "cp949 for Korean Excel, windows-1252 for western Excel.", e);

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

    static string HeaderText(string[] header) => "Its columns are " + string.Join(", ", header.Take(MostNamed).Select(
        name => name.Length <= LongestName ? name : name[..LongestName] + "...")) + (header.Length > MostNamed ? ", ..." : ".");

    int CountRows(string name)
    {
        try
        {
            using var reader = TableEncoding.Open(_path, _mapping.Encoding);
            var text = TextOf(reader, _mapping);
            text.Read(0);
            int count = 0;
            while (text.Read(_columns) is not null)
            {
                count++;
            }

            return count;
        }
        catch (DecoderFallbackException e)
        {
            throw Undecodable(name, _mapping, e);
        }
    }
}
