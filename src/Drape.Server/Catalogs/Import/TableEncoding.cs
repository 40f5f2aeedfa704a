using System.Globalization;
using System.Text;

namespace Drape.Server.Catalogs.Import;

/// <summary>How a table's letters are written as bytes. What does not fit is an error, and never another letter.</summary>
static class TableEncoding
{
    static readonly string[] Numbered = ["cp", "ms", "windows-"];

    static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], new UTF8Encoding(true, true)),
        ([0xFF, 0xFE, 0, 0], new UTF32Encoding(false, true, true)),
        ([0xFF, 0xFE], new UnicodeEncoding(false, true, true)),
        ([0xFE, 0xFF], new UnicodeEncoding(true, true, true)),
    ];

    /// <summary>An encoding by its name, such as cp949, euc-kr or windows-1252.</summary>
    /// <exception cref="ImportException">No encoding is called that.</exception>
    public static Encoding Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        try
        {
            string? prefix = Numbered.FirstOrDefault(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));
            return prefix is not null && int.TryParse(
                name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                ? Strict(number, null) : Strict(0, name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new ImportException($"No encoding is called '{Short(name)}'. There are utf-8, utf-16, cp949 (Korean Excel), euc-kr, "
                + "windows-1252 (western Excel) and others.", e);
        }
    }

    /// <summary>Opens a text: as its byte order mark says, else as it is told, else as UTF-8.</summary>
    /// <exception cref="ImportException">No encoding is called that.</exception>
    public static StreamReader Open(string path, string? name)
    {
        byte[] start = new byte[4];
        int length;
        using (var file = File.OpenRead(path))
        {
            length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        }

        var encoding = Marks.FirstOrDefault(m => start.AsSpan(0, length).StartsWith(m.Mark)).Encoding
            ?? (name is null ? new UTF8Encoding(false, true) : Named(name));
        return new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: false);
    }

    static Encoding Strict(int number, string? name)
    {
        var (encoder, decoder) = (EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return (name is null ? CodePagesEncodingProvider.Instance.GetEncoding(number, encoder, decoder)
                : CodePagesEncodingProvider.Instance.GetEncoding(name, encoder, decoder))
            ?? (name is null ? Encoding.GetEncoding(number, encoder, decoder) : Encoding.GetEncoding(name, encoder, decoder));
    }

    static string Short(string name) => name.Length <= 40 ? name : name[..40] + "...";
}
