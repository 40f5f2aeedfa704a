using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Drape.Server.Catalogs.Import;
using Drape.Server.Catalogs.Search;

namespace Drape.Cli.Index;

/// <summary>What a rebuild did.</summary>
/// <param name="Outdated">Products that another network had read.</param>
/// <param name="Read">Products that were read again.</param>
/// <param name="Failed">Products that could not be.</param>
/// <param name="Stopped">Whether it was stopped before its end.</param>
/// <param name="Seconds">How long it took, in seconds.</param>
/// <param name="Failures">Every product that could not be read, and why.</param>
sealed record RebuildDocument(
    int Outdated, int Read, int Failed, bool Stopped, double Seconds, IReadOnlyList<FailedRow> Failures);

/// <summary>How the index's state looks as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IndexStatus))]
[JsonSerializable(typeof(RebuildDocument))]
sealed partial class IndexJson : JsonSerializerContext
{
    public static IndexJson Indented { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
