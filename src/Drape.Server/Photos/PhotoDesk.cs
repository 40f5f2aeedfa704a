using Drape.Server.Problems;

namespace Drape.Server.Photos;

/// <summary>Reads incoming photos in their turn and notes what that took.</summary>
sealed partial class PhotoDesk(Reader reader, Analysis analysis, AnalysisGate gate, ILogger<PhotoDesk> logger)
{
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
    /// <exception cref="Imaging.PhotoException">The photo cannot be read.</exception>
    /// <exception cref="ProblemException">Too many photos wait already.</exception>
    public async Task<PhotoReading> ReadAsync(IncomingPhoto photo, CancellationToken cancellation)
    {
        var analyzer = await reader.AnalyzerAsync(cancellation);
        var reading = await gate.RunAsync(() => analysis(analyzer, photo.File, photo.Name), cancellation);
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
