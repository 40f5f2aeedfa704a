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
        var analyzer = await reader.AnalyzerAsync(cancellation);
        var header = PhotoDecoder.Identify(photo.File, _limits);
        bool large = (long)header.Width * header.Height > LargePixels;
        var reading = await gate.RunAsync(
            () => analysis(analyzer, photo.File, photo.Name, _limits), cancellation, large);
        var main = reading.Garments.Count > 0 ? reading.Garments[0] : null;
        string timings = string.Join(", ",
            reading.Timings.Select(t => FormattableString.Invariant($"{t.Key} {t.Value}")));
        Read(reading.Width, reading.Height, photo.File.Length, reading.Garments.Count, main?.Type, main?.Confidence,
            main?.Colour, timings);
        return reading;
    }

    [LoggerMessage(LogLevel.Information,
        "Read a photo of {Width}x{Height}, {Bytes} bytes: {Garments} garments, {Type} ({Confidence}), {Colour}; "
        + "milliseconds: {Timings}")]
    partial void Read(int width, int height, int bytes, int garments, string? type, double? confidence, string? colour,
        string timings);
}
