using Drape.Server.Problems;
using Drape.Store.Photos;

namespace Drape.Server.Photos;

/// <summary>A photo as it came in, or why it did not.</summary>
sealed class IncomingPhoto : IDisposable
{
    readonly PhotoBuffer? _buffer;
    readonly Range _file;

    /// <summary>A photo that was received.</summary>
    /// <param name="name">What its reading is to call it.</param>
    /// <param name="buffer">What was received; freed with the photo.</param>
    /// <param name="file">Which part of it is the picture's file.</param>
    public IncomingPhoto(string name, PhotoBuffer buffer, Range file) => (Name, _buffer, _file) = (name, buffer, file);

    /// <summary>A photo that could not be received, of a form whose other photos can.</summary>
    public IncomingPhoto(string name, Problem refusal) => (Name, Refusal) = (name, refusal);

    /// <summary>A photo that need not be received: its reading is kept.</summary>
    public IncomingPhoto(SavedPhoto kept) => (Name, Kept) = (kept.Reading.Photo, kept);

    public string Name { get; }

    /// <summary>What is kept of it; there is no file then.</summary>
    public SavedPhoto? Kept { get; }

    /// <summary>The URL it was fetched from; null of a photo that was sent.</summary>
    public string? Source { get; init; }

    /// <summary>Why there is no file.</summary>
    public Problem? Refusal { get; }

    public ReadOnlySpan<byte> File => _buffer is null ? default : _buffer.Bytes[_file];

    public void Dispose() => _buffer?.Dispose();
}
