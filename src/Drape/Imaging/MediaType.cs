namespace Drape.Imaging;

/// <summary>The media types of pictures.</summary>
public static class MediaType
{
    /// <summary>The type of what is no picture that Drape reads.</summary>
    public const string Unknown = "application/octet-stream";

    /// <summary>The media type of a format.</summary>
    public static string Of(PhotoFormat format) => format switch
    {
        PhotoFormat.Jpeg => "image/jpeg",
        PhotoFormat.Png => "image/png",
        PhotoFormat.Webp => "image/webp",
        PhotoFormat.Gif => "image/gif",
        _ => "image/avif",
    };

    /// <summary>The media type of a file, told by its first bytes; <see cref="Unknown"/> if it is no picture.</summary>
    /// <param name="file">The file or its first 128 bytes.</param>
    public static string Of(ReadOnlySpan<byte> file) =>
        PhotoSniffer.Sniff(file).Format is { } format ? Of(format) : Unknown;
}
