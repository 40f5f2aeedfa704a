using System.Text.Json;
using Drape.Cli.CommandLine;
using Drape.Native;

namespace Drape.Cli.Analyze;

/// <summary>
/// A file of readings, one JSON object a line, that a later run goes on with. A reading is written with its line end
/// in one piece before it is reported, so only the last line can be torn; that one is cut off and read again.
/// </summary>
sealed class ResultsFile : IDisposable
{
    /// <summary>No reading comes near it; a file without line ends must not fill the memory.</summary>
    const int LongestLine = 16 * 1024 * 1024;

    static readonly byte[] Beginning = """{"photo":"""u8.ToArray();

    readonly FileStream _stream;
    readonly HashSet<string> _known;

    ResultsFile(FileStream stream, HashSet<string> known) => (_stream, _known) = (stream, known);

    /// <summary>Opens a file to go on with, or begins a new one.</summary>
    /// <exception cref="WrongUseException">The file holds something else, is in use, or cannot be written.</exception>
    public static ResultsFile Open(string path)
    {
        if (SpecialFile.Is(path))
        {
            throw new WrongUseException(
                $"{path} is a pipe, a device or a socket; readings can only be gone on with in a file. Name a file.");
        }

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

    /// <summary>
    /// Adds a reading under the photo's full path, so that it is the same photo to a run from another folder; it is
    /// with the operating system when this returns.
    /// </summary>
    public void Add(PhotoReading reading)
    {
        var kept = reading with { Photo = KeyOf(reading.Photo) };
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(kept, DrapeJson.Line.PhotoReading), (byte)'\n'];
        _stream.Write(line);
        _stream.Flush();
    }

    /// <summary>Collects the photos of all whole lines and leaves the stream at their end; a torn one goes.</summary>
    static HashSet<string> ReadKnown(FileStream stream, string path)
    {
        var known = new HashSet<string>();
        using var reader = new LineReader(stream, LongestLine);
        int number = 0;
        while (reader.Next() is { } line)
        {
            number++;
            if (line.IsTooLong)
            {
                throw new WrongUseException($"Line {number} of {path} is longer than {LongestLine / 1024 / 1024} MB, "
                    + "so it is no reading of Drape's. Name another file.");
            }

            var (photo, isWhole) = PhotoOf(line.Bytes);
            if (photo is not null)
            {
                known.Add(KeyOf(photo));
                if (!line.IsEnded)
                {
                    stream.Position = stream.Length;
                    stream.WriteByte((byte)'\n');
                }
            }
            else if (!isWhole && !line.IsEnded && IsTorn(line.Bytes))
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

    /// <summary>The photo that a line is about, null where it names none; and whether the line is whole JSON.</summary>
    static (string? Photo, bool IsWhole) PhotoOf(byte[] line)
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

            return (photo is { Length: > 0 } && !photo.Contains('\0') ? photo : null, IsWhole: true);
        }
        catch (JsonException)
        {
            return (null, IsWhole: false); // the caller says what that means
        }
        catch (InvalidOperationException)
        {
            return (null, IsWhole: true); // a path that is no text, such as half of a surrogate pair
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
