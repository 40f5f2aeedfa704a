using System.Globalization;
using Drape.Store.Photos;
using Drape.Styles;

namespace Drape.Server.Photos;

/// <summary>A reading that is kept: the reading as it always is, and where it is found again.</summary>
public sealed record PhotoAnswer
{
    /// <summary>Its number; a photo that was saved later has a higher one.</summary>
    public required long Id { get; init; }

    /// <summary>Where it is found.</summary>
    public required string Saved { get; init; }

    /// <summary>The URL it came from; left out of a photo that was sent.</summary>
    public string? Source { get; init; }

    /// <summary>When it was first saved, in UTC.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>When it was last read, in UTC.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>The name it was given under: its URL, or what an upload was called.</summary>
    public required string Photo { get; init; }

    /// <summary>Width in pixels of the upright photo.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels of the upright photo.</summary>
    public required int Height { get; init; }

    /// <summary>By how many degrees, clockwise, the photo was turned to be read; left out where it stands upright.</summary>
    public int? Turned { get; init; }

    /// <summary>The garments, those of the main figure first, then the larger first.</summary>
    public required IReadOnlyList<Garment> Garments { get; init; }

    /// <summary>The style of the outfit; left out where nobody wears one.</summary>
    public StyleReading? Style { get; init; }

    /// <summary>How long each step took, in milliseconds.</summary>
    public required IReadOnlyDictionary<string, double> Timings { get; init; }

    /// <summary>The networks that read it, by name, with version and the start of their SHA-256.</summary>
    public required IReadOnlyDictionary<string, string> Models { get; init; }

    /// <summary>Where a saved photo is found.</summary>
    public static string AddressOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{PhotoRoutes.Path}/{id}");

    /// <summary>Tells of a saved photo.</summary>
    public static PhotoAnswer Of(SavedPhoto photo)
    {
        ArgumentNullException.ThrowIfNull(photo);
        var reading = photo.Reading;
        return new PhotoAnswer
        {
            Id = photo.Id,
            Saved = AddressOf(photo.Id),
            Source = photo.Source,
            SavedAt = photo.SavedAt,
            ReadAt = photo.ReadAt,
            Photo = reading.Photo,
            Width = reading.Width,
            Height = reading.Height,
            Turned = reading.Turned,
            Garments = reading.Garments,
            Style = reading.Style,
            Timings = reading.Timings,
            Models = reading.Models,
        };
    }
}

/// <summary>A page of saved photos.</summary>
/// <param name="Photos">The photos, the last saved first.</param>
/// <param name="Next">What <c>after</c> is for the next page; left out with the last one.</param>
public sealed record PhotoPage(IReadOnlyList<PhotoAnswer> Photos, long? Next);
