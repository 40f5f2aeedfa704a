using System.Text.Json.Serialization;

namespace Drape.Server.Predict;

/// <summary>A photo from an older client's camera.</summary>
public sealed record CameraRequest
{
    /// <summary>The photo's file as base64 text, or a data: URL.</summary>
    [JsonPropertyName("base64_image")]
    public required string Base64Image { get; init; }
}
