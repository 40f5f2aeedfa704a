using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Drape.Cli.Analyze;

/// <summary>What stands in a JSON document where a photo's reading would.</summary>
/// <param name="Photo">The photo, or the folder that could not be opened.</param>
/// <param name="Error">Why.</param>
sealed record FailedReading(string Photo, FailureDetail Error);

/// <summary>Why a photo has no reading, in the words of the server's problem documents.</summary>
/// <param name="Detail">A sentence for people.</param>
sealed record FailureDetail(string Detail);

/// <summary>How failures look as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(FailedReading))]
sealed partial class FailureJson : JsonSerializerContext
{
    static readonly FailureJson Indented = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });

    public static string Text(FailedPhoto failed) => JsonSerializer.Serialize(
        new FailedReading(failed.Name, new FailureDetail(failed.Sentence)), Indented.FailedReading);
}
