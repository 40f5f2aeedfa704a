namespace Drape.Server.Photos;

/// <summary>Which fields of a JSON body may hold a photo.</summary>
/// <param name="Base64">The field with the file as base64 text or as a data: URL.</param>
/// <param name="Url">The field with an address to fetch it from; null where that is not offered.</param>
/// <param name="Save">The field that says whether the reading is to be kept; null where that is not offered.</param>
sealed record PhotoFields(string Base64, string? Url, string? Save)
{
    /// <summary>
    /// The field that says whether a URL of which a reading is kept is to be fetched and read again; null where that is not
    /// offered.
    /// </summary>
    public string? Reread { get; init; }

    public string Wanted => Url is null
        ? $"Send {{\"{Base64}\": \"...\"}} with the photo's file as base64 text."
        : $"Send {{\"{Base64}\": \"...\"}} with the photo's file as base64 text, or {{\"{Url}\": \"https://...\"}}.";
}
