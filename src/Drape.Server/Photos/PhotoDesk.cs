using Drape.Imaging;
using Drape.Server.Problems;
using Microsoft.Extensions.Options;

namespace Drape.Server.Photos;

/// <summary>Reads incoming photos in their turn and notes what that took.</summary>
sealed partial class PhotoDesk(Reader reader, Analysis analysis, AnalysisGate gate, IOptions<ReadingOptions> options,
    ILogger<PhotoDesk> logger)
{
    // More than most cameras make. An interlaced PNG of this size takes some 200 MB while it is decoded.
    const long LargePixels = 24_000_000;

    readonly PhotoLimits _limits = PhotoLimits.Default with { Pixels = options.Value.Megapixels * 1_000_000L };

    /// <summary>Refuses at once what would be refused after its photo was received.</summary>
    /// <exception cref="ProblemException">Too many photos wait already.</exception>
    public void RequireRoom()
    {
        if (gate.IsFull)
        {
            throw new ProblemException(RequestProblems.Busy);
        }
    }

    /// <summary>Reads a photo.</summary>
    /// <exception cref="PhotoException">The photo cannot be read.</exception>
    /// <exception cref="ProblemException">Too many photos wait already.</exception>
    public async Task<PhotoReading> ReadAsync(IncomingPhoto photo, CancellationToken cancellation)
    {
        var reading = await InTurnAsync(IsLarge(photo.File),
            (analyzer, limits) => analysis(analyzer, photo.File, photo.Name, limits), cancellation);
        Note(reading, photo.File.Length);
        return reading;
    }

    /// <summary>Notes what was read, and what that took, in the log.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="bytes">The file's length.</param>
    public void Note(PhotoReading reading, int bytes)
    {
        var main = reading.Garments.Count > 0 ? reading.Garments[0] : null;
        string timings = string.Join(", ",
            reading.Timings.Select(t => FormattableString.Invariant($"{t.Key} {t.Value}")));
        Read(reading.Width, reading.Height, bytes, reading.Garments.Count, main?.Type, main?.Confidence,
            main?.Colour, timings);
    }

    /// <summary>Whether a picture is one of the large, of which one is read at a time.</summary>
    /// <exception cref="PhotoException">It is no picture that is read.</exception>
    public bool IsLarge(ReadOnlySpan<byte> file) =>
        PhotoDecoder.Identify(file, _limits) is var header && (long)header.Width * header.Height > LargePixels;

    /// <summary>Has the engine do something when it is its turn.</summary>
    /// <param name="large">Whether it is about a picture that <see cref="IsLarge"/>.</param>
    /// <param name="work">What is done, with the engine and what it may take.</param>
    /// <param name="cancellation">Gives the turn up while it waits for it.</param>
    /// <exception cref="ProblemException">Too many wait already.</exception>
    public async Task<T> InTurnAsync<T>(
        bool large, Func<PhotoAnalyzer, PhotoLimits, T> work, CancellationToken cancellation)
    {
        var analyzer = await reader.AnalyzerAsync(cancellation);
        return await gate.RunAsync(() => work(analyzer, _limits), cancellation, large);
    }

    [LoggerMessage(LogLevel.Information,
        "Read a photo of {Width}x{Height}, {Bytes} bytes: {Garments} garments, {Type} ({Confidence}), {Colour}; "
        + "milliseconds: {Timings}")]
    partial void Read(int width, int height, int bytes, int garments, string? type, double? confidence, string? colour,
        string timings);
}
