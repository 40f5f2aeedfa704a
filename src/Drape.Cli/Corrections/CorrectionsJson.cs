using System.Text.Json;
using System.Text.Json.Serialization;

namespace Drape.Cli.Corrections;

/// <summary>What <c>drape corrections</c> tells.</summary>
/// <param name="Pieces">Pieces that were written.</param>
/// <param name="Labels">What was corrected of them.</param>
sealed record WrittenCorrections(int Pieces, int Labels);

/// <summary>How it looks as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(WrittenCorrections))]
sealed partial class CorrectionsJson : JsonSerializerContext
{
    public static CorrectionsJson Indented { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true });
}
