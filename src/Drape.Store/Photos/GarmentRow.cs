using Drape.Store.Databases;

namespace Drape.Store.Photos;

/// <summary>A garment of a saved photo on its way into the table by which photos are found.</summary>
/// <param name="Photo">The photo's number.</param>
/// <param name="Position">Its place among the photo's garments, from 0.</param>
/// <param name="Garment">What was read of it.</param>
sealed record GarmentRow(long Photo, int Position, Garment Garment)
{
    /// <summary>The table's columns.</summary>
    public static IReadOnlyList<Column<GarmentRow>> Columns { get; } =
    [
        new Column<GarmentRow, long>("photo_id", row => row.Photo),
        new Column<GarmentRow, int>("position", row => row.Position),
        new Column<GarmentRow, string?>("gender", row => row.Attribute("gender")),
        new Column<GarmentRow, string?>("master_category", row => row.Attribute("masterCategory")),
        new Column<GarmentRow, string?>("sub_category", row => row.Attribute("subCategory")),
        new Column<GarmentRow, string?>("article_type", row => row.Attribute("articleType")),
        new Column<GarmentRow, string?>("type", row => Word(row.Garment.Type)),
        new Column<GarmentRow, string?>("colour", row => Word(row.Garment.Colour)),
        new Column<GarmentRow, string?>("pattern", row => Word(row.Garment.Pattern)),
    ];

    /// <summary>A word as it is compared.</summary>
    public static string? Word(string? word) => word?.Trim().ToLowerInvariant();

    string? Attribute(string question) => Word(Garment.Attributes.GetValueOrDefault(question));
}
