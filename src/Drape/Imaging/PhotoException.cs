namespace Drape.Imaging;

/// <summary>Why a photo was refused.</summary>
public enum PhotoError
{
    /// <summary>The file has no bytes.</summary>
    Empty,

    /// <summary>The file is larger than <see cref="PhotoLimits.Bytes"/>.</summary>
    TooManyBytes,

    /// <summary>The picture is larger than <see cref="PhotoLimits.Pixels"/>.</summary>
    TooManyPixels,

    /// <summary>The header states a width or height of zero.</summary>
    ZeroSize,

    /// <summary>The bytes are no picture at all.</summary>
    NotAPicture,

    /// <summary>A picture or document of a format that Drape does not read.</summary>
    UnsupportedFormat,

    /// <summary>The file ends before the picture does.</summary>
    Truncated,

    /// <summary>The file is of a known format but its content contradicts it.</summary>
    Damaged,
}

/// <summary>A photo cannot be read. The message is one sentence or two for the person who sent it.</summary>
/// <param name="error">The kind of error, for programs.</param>
/// <param name="message">What is wrong and what would be right.</param>
/// <param name="detail">What the decoder said, for logs.</param>
public sealed class PhotoException(PhotoError error, string message, string? detail = null) : Exception(message)
{
    /// <summary>The kind of error.</summary>
    public PhotoError Error { get; } = error;

    /// <summary>What the decoder said, for logs; may be null.</summary>
    public string? Detail { get; } = detail;
}
