namespace Drape.Server.Photos;

/// <summary>A photo as it came in.</summary>
/// <param name="name">What its reading is to call it.</param>
/// <param name="buffer">What was received; freed with the photo.</param>
/// <param name="file">Which part of it is the picture's file.</param>
sealed class IncomingPhoto(string name, PhotoBuffer buffer, Range file) : IDisposable
{
    public string Name => name;

    public ReadOnlySpan<byte> File => buffer.Bytes[file];

    public void Dispose() => buffer.Dispose();
}
