using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using Drape.Server.Problems;

namespace Drape.Server.Photos;

/// <summary>
/// Finds the photo in a JSON body without a copy: a 50 MB file as text, as characters and as bytes would take
/// 250 MB, so the text is decoded where it lies.
/// </summary>
static class PhotoJson
{
    /// <summary>What a body holds: the range of the decoded file, or a URL; and what is wanted beside a reading.</summary>
    /// <param name="File">The range of the decoded file.</param>
    /// <param name="Url">The URL instead; null where the file was sent.</param>
    /// <param name="Save">Whether the reading is to be kept.</param>
    /// <param name="Reread">Whether what is kept is to be read again.</param>
    public readonly record struct Found(Range File, string? Url, bool Save, bool Reread);

    /// <summary>Finds the photo; a base64 text is overwritten by the file it stands for.</summary>
    /// <exception cref="ProblemException">The body is damaged or holds no photo.</exception>
    public static Found Find(Span<byte> json, PhotoFields fields)
    {
        try
        {
            return Read(json, fields);
        }
        catch (JsonException e)
        {
            string place = string.Create(CultureInfo.InvariantCulture,
                $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}");
            throw new ProblemException(RequestProblems.MalformedJson(
                $"{(json.IsEmpty ? "The body is empty." : $"The JSON is damaged at {place}.")} {fields.Wanted}"), e);
        }
        catch (InvalidOperationException e)
        {
            // The reader passes over what a text says; only asking for it shows half a pair of surrogates.
            throw new ProblemException(RequestProblems.MalformedJson(
                $"The JSON has a text that is not valid Unicode. {fields.Wanted}"), e);
        }
    }

    static Found Read(Span<byte> json, PhotoFields fields)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Missing($"The JSON is not an object. {fields.Wanted}");
        }

        Range? text = null;
        string? url = null;
        bool save = false, reread = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string? field = reader.ValueTextEquals(fields.Base64) ? fields.Base64
                : fields.Url is not null && reader.ValueTextEquals(fields.Url) ? fields.Url
                : fields.Save is not null && reader.ValueTextEquals(fields.Save) ? fields.Save
                : fields.Reread is not null && reader.ValueTextEquals(fields.Reread) ? fields.Reread : null;
            reader.Read();
            if (field is null || reader.TokenType == JsonTokenType.Null)
            {
                reader.Skip();
            }
            else if (field == fields.Save)
            {
                save = Flag(ref reader, field);
            }
            else if (field == fields.Reread)
            {
                reread = Flag(ref reader, field);
            }
            else if (reader.TokenType != JsonTokenType.String)
            {
                throw Missing($"\"{field}\" is not a text. {fields.Wanted}");
            }
            else if (field == fields.Url)
            {
                url = reader.GetString();
            }
            else
            {
                int start = (int)reader.TokenStartIndex + 1; // after the quotation mark
                text = start..(start + reader.ValueSpan.Length);
            }
        }

        reader.Read(); // nothing may follow, or it throws
        return (text, url) switch
        {
            (null, null) => throw Missing($"The JSON has no photo. {fields.Wanted}"),
            (not null, not null) => throw Missing(
                $"The JSON has both \"{fields.Base64}\" and \"{fields.Url}\". Send one."),
            ({ } range, _) => new Found(Decode(json, range), null, save, reread),
            _ => new Found(default, url, save, reread),
        };
    }

    static bool Flag(ref Utf8JsonReader reader, string field) =>
        reader.TokenType is JsonTokenType.True or JsonTokenType.False ? reader.GetBoolean()
            : throw new ProblemException(RequestProblems.WrongParameter($"\"{field}\" is neither true nor false."));

    static Range Decode(Span<byte> json, Range range)
    {
        int start = range.Start.Value;
        var text = json[range];
        text = text[..Unescape(text)];
        if (text.StartsWith("data:"u8))
        {
            int comma = text.IndexOf((byte)',');
            if (comma < 0 || !text[..comma].EndsWith(";base64"u8))
            {
                throw new ProblemException(RequestProblems.MalformedBase64);
            }

            start += comma + 1;
            text = text[(comma + 1)..];
        }

        return Base64.DecodeFromUtf8InPlace(text, out int length) == OperationStatus.Done
            ? start..(start + length)
            : throw new ProblemException(RequestProblems.MalformedBase64);
    }

    /// <summary>Resolves escapes where they lie (some writers escape + and /) and gives the new length.</summary>
    static int Unescape(Span<byte> text)
    {
        int from = text.IndexOf((byte)'\\');
        if (from < 0)
        {
            return text.Length;
        }

        int to = from;
        while (from < text.Length)
        {
            if (text[from] != '\\')
            {
                text[to++] = text[from++];
                continue;
            }

            // The reader has checked that escapes are whole. One of another letter is left as what base64 refuses.
            (text[to++], from) = text[from + 1] switch
            {
                (byte)'u' => (OneByte(text.Slice(from + 2, 4)), from + 6),
                (byte)'/' => ((byte)'/', from + 2),
                (byte)'n' or (byte)'r' or (byte)'t' => ((byte)' ', from + 2),
                _ => ((byte)'\\', from + 2),
            };
        }

        return to;
    }

    static byte OneByte(ReadOnlySpan<byte> hex) =>
        Utf8Parser.TryParse(hex, out ushort letter, out _, 'x') && letter < 128 ? (byte)letter : (byte)'\\';

    static ProblemException Missing(string detail) => new(RequestProblems.MissingPhoto(detail));
}
