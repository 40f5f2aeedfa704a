using System.Text.Json;
using Drape.Store.Blobs;

namespace Drape.Store.Photos;

/// <summary>A row of the table photo, as it is read.</summary>
sealed class PhotoRow
{
    /// <summary>The columns, of a select or of what is returned.</summary>
    public const string Columns =
        "id as Id, source as Source, sha256 as Sha256, reading as Reading, saved_at as SavedAt, read_at as ReadAt";

    public long Id { get; init; }

    public string? Source { get; init; }

    public string Sha256 { get; init; } = "";

    public string Reading { get; init; } = "";

    public DateTimeOffset SavedAt { get; init; }

    public DateTimeOffset ReadAt { get; init; }

    public SavedPhoto ToPhoto() => new()
    {
        Id = Id,
        Source = Source,
        Content = BlobKey.Parse(Sha256),
        Reading = JsonSerializer.Deserialize(Reading, DrapeJson.Line.PhotoReading)!,
        SavedAt = SavedAt,
        ReadAt = ReadAt,
    };
}
