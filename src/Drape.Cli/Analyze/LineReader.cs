namespace Drape.Cli.Analyze;

/// <summary>A line of a file of lines.</summary>
/// <param name="Bytes">Without its end.</param>
/// <param name="Start">Where it begins in the file.</param>
/// <param name="IsEnded">Whether a line end follows.</param>
/// <param name="IsTooLong">Whether this is only the beginning of a line that is longer than lines may be.</param>
sealed record FileLine(byte[] Bytes, long Start, bool IsEnded, bool IsTooLong = false);

/// <summary>Reads a file's lines as bytes and knows where each begins. The stream stays open.</summary>
sealed class LineReader(Stream stream, int longest) : IDisposable
{
    readonly BufferedStream _buffered = new(stream, 64 * 1024);
    readonly MemoryStream _line = new();
    long _position;

    /// <summary>The next line, or null at the end.</summary>
    public FileLine? Next()
    {
        long start = _position;
        _line.SetLength(0);
        int value;
        while ((value = _buffered.ReadByte()) >= 0)
        {
            _position++;
            if (value == '\n')
            {
                return new FileLine(_line.ToArray(), start, IsEnded: true);
            }

            if (_line.Length == longest)
            {
                return new FileLine(_line.ToArray(), start, IsEnded: false, IsTooLong: true);
            }

            _line.WriteByte((byte)value);
        }

        return _position > start ? new FileLine(_line.ToArray(), start, IsEnded: false) : null;
    }

    public void Dispose() => _line.Dispose(); // not the buffer: that would close the stream
}
