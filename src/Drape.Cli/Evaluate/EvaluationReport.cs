using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Drape.Cli.Evaluate;

/// <summary>The figures of a set, as <c>drape eval --json</c> prints them.</summary>
sealed record EvaluationReport
{
    /// <summary>The set, such as <c>closet</c>.</summary>
    public required string Set { get; init; }

    /// <summary>Pictures read.</summary>
    public required int Count { get; init; }

    /// <summary>The figures by name.</summary>
    public required IReadOnlyDictionary<string, double> Figures { get; init; }

    /// <summary>For each question, for each true class: how many there are and the share answered correctly.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, ClassFigures>> PerClass { get; init; }
}

/// <summary>How one class fared.</summary>
/// <param name="Count">Pictures with that label.</param>
/// <param name="Top1">The share of them answered correctly.</param>
sealed record ClassFigures(int Count, double Top1);

/// <summary>How a report looks as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(EvaluationReport))]
sealed partial class EvaluationJson : JsonSerializerContext
{
    public static EvaluationJson Indented { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
