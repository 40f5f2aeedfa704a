using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Drape.Server.Jobs;

namespace Drape.Cli.Jobs;

/// <summary>How jobs look as JSON: as the API answers them.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(JobPage))]
sealed partial class JobsJson : JsonSerializerContext
{
    /// <summary>Indented, for people.</summary>
    public static JobsJson Indented { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
