namespace Drape.Inference;

/// <summary>An int8 twin of a network: the same inputs and outputs, other bytes.</summary>
public sealed record QuantizedFile
{
    /// <summary>File name of the ONNX file, in the folder of models.json.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of that file, 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Features of a processor, any of which makes it the quicker file: <c>avx512vnni</c>, <c>avxvnni</c>, <c>dotprod</c>.</summary>
    public required IReadOnlyList<string> Processors { get; init; }
}
