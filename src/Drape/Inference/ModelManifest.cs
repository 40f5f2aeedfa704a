using System.Text.Json.Serialization;

namespace Drape.Inference;

/// <summary>What models.json says of one network. All that the code needs to know of a network stands here.</summary>
public sealed record ModelManifest
{
    /// <summary>What the network is for, such as <c>reader</c>: the name that code asks for.</summary>
    public required string Name { get; init; }

    /// <summary>Its version, such as <c>2026-11</c>.</summary>
    public required string Version { get; init; }

    /// <summary>File name of the ONNX file, in the folder of models.json.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of that file, 64 hexadecimal digits; checked at every load.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Licence of the weights, an SPDX identifier.</summary>
    public required string Licence { get; init; }

    /// <summary>The data it was trained on.</summary>
    public required string Data { get; init; }

    /// <summary>How a picture becomes its input.</summary>
    public required ModelInput Input { get; init; }

    /// <summary>The questions it answers, at least one.</summary>
    public required IReadOnlyList<ModelHead> Heads { get; init; }

    /// <summary>Its figures on held-out data, by name, as <c>drape eval</c> prints them.</summary>
    public IReadOnlyDictionary<string, double> Figures { get; init; } = new Dictionary<string, double>();

    /// <summary>Name, version and the first 12 digits of the SHA-256: what a reading states as its origin.</summary>
    [JsonIgnore]
    public string Identity => $"{Name}-{Version}@{Sha256[..12]}";

    /// <summary>The head of a name.</summary>
    /// <exception cref="ModelException">The network has no such head.</exception>
    public ModelHead Head(string name) => Heads.FirstOrDefault(h => h.Name == name)
        ?? throw new ModelException(
            $"The network {Name} answers {string.Join(", ", Heads.Select(h => h.Name))}, not {name}.");

    /// <exception cref="ModelException">The entry contradicts itself; the message says where.</exception>
    internal void Validate()
    {
        Require(Sha256.Length == 64 && Sha256.All(char.IsAsciiHexDigit), "sha256 must be 64 hexadecimal digits");
        Require(Path.GetFileName(File) == File && File.Length > 0, "file must be a file name without a folder");
        Require(Input.Width > 0 && Input.Height > 0, "input needs a width and a height in pixels");
        Require(Input.Mean.Count == 3, "input.mean needs three values");
        Require(Input.Deviation.Count == 3, "input.deviation needs three values");
        Require(Input.Deviation.All(d => d > 0), "input.deviation must be positive");
        Require(Heads.Count > 0, "heads must not be empty");
        Require(Heads.All(h => h is not null), "heads has an entry that is null");
        Require(Heads.Select(h => h.Name).Distinct().Count() == Heads.Count, "heads names a question twice");
        foreach (var head in Heads)
        {
            Require(head.Classes.Count > 0, $"head {head.Name} has no classes");
            Require(head.Classes.Distinct().Count() == head.Classes.Count, $"head {head.Name} names a class twice");
            Require(head.Temperature > 0, $"head {head.Name} needs a positive temperature");
            Require(head.Threshold is >= 0 and <= 1, $"head {head.Name} needs a threshold from 0 to 1");
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

/// <summary>How a picture becomes a network's input: squashed to a size, then (value - mean) / deviation.</summary>
public sealed record ModelInput
{
    /// <summary>Name of the input in the ONNX file: float (N, 3, Height, Width).</summary>
    public required string Name { get; init; }

    /// <summary>Pixels a row.</summary>
    public required int Width { get; init; }

    /// <summary>Rows.</summary>
    public required int Height { get; init; }

    /// <summary>Subtracted from R, G, B of 0..255.</summary>
    public required IReadOnlyList<float> Mean { get; init; }

    /// <summary>Divides R, G, B after that.</summary>
    public required IReadOnlyList<float> Deviation { get; init; }
}

/// <summary>One question a network answers with one class out of several.</summary>
public sealed record ModelHead
{
    /// <summary>The question, such as <c>type</c> or <c>pattern</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the output in the ONNX file: float logits (N, classes).</summary>
    public required string Output { get; init; }

    /// <summary>Whether a reading states its answer; heads that only serve evaluation are not reported.</summary>
    public bool Reported { get; init; } = true;

    /// <summary>The classes in the order of the logits.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Divides the logits, so that confidences are calibrated (Guo et al. 2017).</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>A best class with less confidence than this is not stated: the answer is "unclear".</summary>
    public double Threshold { get; init; }
}
