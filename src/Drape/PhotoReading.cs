using Drape.Styles;

namespace Drape;

/// <summary>All that Drape read in one photo: the same in the command, the API and the database.</summary>
public sealed record PhotoReading
{
    /// <summary>The name it was given under: a file's path, a URL, or what an upload was called.</summary>
    public required string Photo { get; init; }

    /// <summary>Width in pixels of the upright photo.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels of the upright photo.</summary>
    public required int Height { get; init; }

    /// <summary>
    /// By how many degrees, clockwise, the photo was turned to be read: 90, 180 or 270 where it lay on its side or its head and did not say so,
    /// else null. Boxes are of the photo as it is.
    /// </summary>
    public int? Turned { get; init; }

    /// <summary>The garments, those of the main figure first, then the larger first.</summary>
    public required IReadOnlyList<Garment> Garments { get; init; }

    /// <summary>The style of the outfit; null where nobody wears one.</summary>
    public StyleReading? Style { get; init; }

    /// <summary>How long each step took, in milliseconds: decode, turn, parse, read, colours, style.</summary>
    public required IReadOnlyDictionary<string, double> Timings { get; init; }

    /// <summary>The networks that read it, by name, with version and the start of their SHA-256.</summary>
    public required IReadOnlyDictionary<string, string> Models { get; init; }
}
