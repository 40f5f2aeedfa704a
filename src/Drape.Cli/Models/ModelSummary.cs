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

    /// <summary>What pictures it takes.</summary>
    public required InputSummary Input { get; init; }

    /// <summary>The questions it answers.</summary>
    public required IReadOnlyList<HeadSummary> Heads { get; init; }

    /// <summary>Its figures on held-out data.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Figures { get; init; }

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
            Input = manifest.Input.Area > 0 ? new InputSummary(null, manifest.Input.Area)
                : new InputSummary(manifest.Input.Sizes, null),
            Heads = [.. manifest.Heads.Select(HeadSummary.Of)],
            Figures = manifest.Figures,
        };
    }
}

/// <summary>The sizes of a network's input.</summary>
/// <param name="Sizes">Width and height of each that it takes; null where it takes any of an area.</param>
/// <param name="Area">The pixels of an input that keeps the picture's proportions; null where it has sizes.</param>
sealed record InputSummary(IReadOnlyList<IReadOnlyList<int>>? Sizes, int? Area);

/// <summary>One question of a network.</summary>
/// <param name="Name">The question.</param>
/// <param name="Kind">What the answer is: a choice, a number on a scale, a map, an embedding.</param>
/// <param name="Classes">The classes or levels; null for an embedding.</param>
/// <param name="Size">The values of an embedding; null for the others.</param>
/// <param name="Reported">Whether a reading states it.</param>
sealed record HeadSummary(string Name, HeadKind Kind, IReadOnlyList<string>? Classes, int? Size, bool Reported)
{
    public static HeadSummary Of(ModelHead head) => head.Kind == HeadKind.Embedding
        ? new HeadSummary(head.Name, head.Kind, null, head.Size, head.Reported)
        : new HeadSummary(head.Name, head.Kind, head.Classes, null, head.Reported);
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
