using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Drape.Inference;

namespace Drape.Cli.Models;

/// <summary>What <c>drape models</c> tells of one network.</summary>
sealed record ModelSummary
{
    /// <summary>What it is for.</summary>
    public required string Name { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>Its file, in the folder of models.json.</summary>
    public required string File { get; init; }

    /// <summary>Size of the file; null where there is none.</summary>
    public required long? Bytes { get; init; }

    /// <summary>What the file's SHA-256 should be.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Licence of the weights.</summary>
    public required string Licence { get; init; }

    /// <summary>The data it learned from.</summary>
    public required string Data { get; init; }

    /// <summary>Width and height of its input.</summary>
    public required IReadOnlyList<int> Input { get; init; }

    /// <summary>How many classes each of its questions has.</summary>
    public required IReadOnlyDictionary<string, int> Heads { get; init; }

    /// <summary>Its figures on held-out data.</summary>
    public required IReadOnlyDictionary<string, double> Figures { get; init; }

    /// <summary>Whether it is as its manifest says and runs; null where that was not tried.</summary>
    public bool? Sound { get; init; }

    /// <summary>What is wrong with it.</summary>
    public string? Problem { get; init; }

    /// <summary>What the manifest and the file say.</summary>
    public static ModelSummary Of(ModelCatalog catalog, ModelManifest manifest)
    {
        var file = new FileInfo(Path.Combine(catalog.Folder, manifest.File));
        return new ModelSummary
        {
            Name = manifest.Name,
            Version = manifest.Version,
            File = manifest.File,
            Bytes = file.Exists ? file.Length : null,
            Sha256 = manifest.Sha256,
            Licence = manifest.Licence,
            Data = manifest.Data,
            Input = [manifest.Input.Width, manifest.Input.Height],
            Heads = manifest.Heads.ToDictionary(h => h.Name, h => h.Classes.Count),
            Figures = manifest.Figures,
        };
    }
}

/// <summary>How the networks look as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<ModelSummary>))]
sealed partial class ModelsJson : JsonSerializerContext
{
    public static ModelsJson Indented { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
