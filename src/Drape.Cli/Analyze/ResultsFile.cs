using System.Text.Json;
using Drape.Cli.CommandLine;

namespace Drape.Cli.Analyze;

/// <summary>
/// A file of readings, one JSON object a line, that a later run goes on with. A reading is written with its line end
/// in one piece before it is reported, so only the last line can be torn; that one is cut off and read again.
/// </summary>
sealed class ResultsFile : IDisposable
{
    static readonly byte[] Beginning = """{"photo":"""u8.ToArray();

    readonly FileStream _stream;
    readonly HashSet<string> _known;

    ResultsFile(FileStream stream, HashSet<string> known) => (_stream, _known) = (stream, known);

    /// <summary>Opens a file to go on with, or begins a new one.</summary>
    /// <exception cref="WrongUseException">The file holds something else, is in use, or cannot be written.</exception>
    public static ResultsFile Open(string path)
    {
        FileStream stream;
        try
        {
            // No other run may write to it meanwhile.
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (DirectoryNotFoundException e)
        {
            throw new WrongUseException($"There is no folder for {path}. Create it first.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{path} cannot be written: {e.Message}", e);
        }

        try
        {
            return new ResultsFile(stream, ReadKnown(stream, path));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Whether the file already has a photo.</summary>
    public bool Has(PhotoSource photo) => _known.Contains(photo.Key);

    /// <summary>Adds a reading; it is with the operating system when this returns.</summary>
    public void Add(PhotoReading reading)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(reading, DrapeJson.Line.PhotoReading), (byte)'\n'];
        _stream.Write(line);
        _stream.Flush();
    }

    /// <summary>Collects the photos of all whole lines and leaves the stream at their end; a torn one goes.</summary>
    static HashSet<string> ReadKnown(FileStream stream, string path)
    {
        var known = new HashSet<string>();
        using var reader = new LineReader(stream);
        int number = 0;
        while (reader.Next() is { } line)
        {
            number++;
            if (PhotoOf(line.Bytes) is { } photo)
            {
                known.Add(KeyOf(photo));
                if (!line.IsEnded)
                {
                    stream.Position = stream.Length;
                    stream.WriteByte((byte)'\n');
                }
            }
            else if (!line.IsEnded && IsTorn(line.Bytes))
            {
                stream.SetLength(line.Start);
            }
            else if (line.Bytes.Length > 0)
            {
                throw new WrongUseException(
                    $"Line {number} of {path} is no reading of Drape's. Mend that line, or name another file.");
            }
        }

        stream.Position = stream.Length;
        return known;
    }

    /// <summary>The photo that a line is about; null where the line is no whole reading.</summary>
    static string? PhotoOf(byte[] line)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            string? photo = null;
            while (json.Read())
            {
                if (json is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName }
                    && json.ValueTextEquals("photo"u8))
                {
                    json.Read();
                    photo = json.TokenType == JsonTokenType.String ? json.GetString() : null;
                }
            }

            return photo;
        }
        catch (JsonException)
        {
            return null; // the caller says what that means
        }
    }

    /// <summary>Whether a line is the beginning of a reading: any other file is left alone.</summary>
    static bool IsTorn(byte[] line)
    {
        int common = Math.Min(line.Length, Beginning.Length);
        return line.AsSpan(0, common).SequenceEqual(Beginning.AsSpan(0, common));
    }

    static string KeyOf(string photo) =>
        photo == StandardInputPhoto.GivenAs || photo.Contains("://", StringComparison.Ordinal)
            ? photo : Path.GetFullPath(photo);

    /// <summary>Brings everything to the disk itself and lets go of the file.</summary>
    public void Dispose()
    {
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
    }
}
