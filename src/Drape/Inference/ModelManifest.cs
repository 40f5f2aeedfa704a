using System.Text.Json.Serialization;

namespace Drape.Inference;

/// <summary>What models.json says of one network. All that the code needs to know of a network stands here.</summary>
public sealed record ModelManifest
{
    // The entry with the usual file, where this one has the int8 file in its place.
    ModelManifest? _usual;

    /// <summary>What the network is for, such as <c>reader</c>: the name that code asks for.</summary>
    public required string Name { get; init; }

    /// <summary>Its version, such as <c>2026-11</c>.</summary>
    public required string Version { get; init; }

    /// <summary>File name of the ONNX file, in the folder of models.json.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of that file, 64 hexadecimal digits; checked at every load.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The same network in 8-bit integers, for the processors that profit; null where there is none.</summary>
    public QuantizedFile? Int8 { get; init; }

    /// <summary>Licence of the weights, an SPDX identifier.</summary>
    public required string Licence { get; init; }

    /// <summary>The data it was trained on.</summary>
    public required string Data { get; init; }

    /// <summary>How a picture becomes its input.</summary>
    public required ModelInput Input { get; init; }

    /// <summary>The questions it answers, at least one.</summary>
    public required IReadOnlyList<ModelHead> Heads { get; init; }

    /// <summary>By the held-out pictures that they are of, its figures by name, as <c>drape eval</c> prints them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Figures { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, double>>();

    /// <summary>Name, version and the first 12 digits of the SHA-256: what a reading states as its origin.</summary>
    [JsonIgnore]
    public string Identity => $"{Name}-{Version}@{Sha256[..12]}";

    /// <summary>The head of a name.</summary>
    /// <exception cref="ModelException">The network has no such head.</exception>
    public ModelHead Head(string name) => Heads.FirstOrDefault(h => h.Name == name)
        ?? throw new ModelException(
            $"The network {Name} answers {string.Join(", ", Heads.Select(h => h.Name))}, not {name}.");

    /// <summary>Whether this entry's file is the int8 one.</summary>
    [JsonIgnore]
    public bool IsInt8 => Int8 is { } quantized && quantized.File == File;

    /// <summary>The entry with its int8 file in place of the usual one, where this machine's processor profits.</summary>
    internal ModelManifest Quickest() => Int8 is { } quantized && quantized.Processors.Any(Processor.Has) ? Twin(quantized) : this;

    /// <summary>The entry with each of its files: the usual one, then its int8 twin if there is one.</summary>
    [JsonIgnore]
    public IReadOnlyList<ModelManifest> EachFile => _usual is { } usual ? [usual, this] : Int8 is { } quantized ? [this, Twin(quantized)] : [this];

    ModelManifest Twin(QuantizedFile quantized) => this with { File = quantized.File, Sha256 = quantized.Sha256, _usual = this };

    /// <exception cref="ModelException">The entry contradicts itself; the message says where.</exception>
    internal void Validate()
    {
        foreach (var (file, sha256) in Int8 is null ? [(File, Sha256)] : new[] { (File, Sha256), (Int8.File, Int8.Sha256) })
        {
            Require(sha256.Length == 64 && sha256.All(char.IsAsciiHexDigit), "sha256 must be 64 hexadecimal digits");
            Require(Path.GetFileName(file) == file && file.Length > 0, "file must be a file name without a folder");
        }

        Input.Validate(Require);
        Require(Heads.Count > 0, "heads must not be empty");
        Require(Heads.All(h => h is not null), "heads has an entry that is null");
        Require(Heads.Select(h => h.Name).Distinct().Count() == Heads.Count, "heads names a question twice");
        foreach (var head in Heads)
        {
            head.Validate(Require);
            Require(head.Implies.Values.SelectMany(said => said)
                .All(said => Heads.Any(h => h.Name == said.Key && h.Classes.Contains(said.Value))),
                $"head {head.Name} implies a class that no head has");
        }
    }

    void Require(bool met, string what)
    {
        if (!met)
        {
            throw new ModelException($"models.json, network {Name}: {what}.");
        }
    }
}
