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

    /// <summary>
    /// Median time of a picture in milliseconds, decoding included, as many at once as there are cores; null where it was not
    /// taken.
    /// </summary>
    public double? Milliseconds { get; init; }

    /// <summary>The figures by name.</summary>
    public required IReadOnlyDictionary<string, double> Figures { get; init; }

    /// <summary>For each question, for each true class: how many there are and its figures.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, ClassFigures>> PerClass { get; init; }

    /// <summary>For each calibrated question, stated confidence beside the share answered correctly.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<CalibrationBin>> Calibration { get; init; }

    /// <summary>For each question, which class was taken for which, the most frequent first.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Confusion>> Confusions { get; init; }

    /// <summary>For each question, the wrong answers of the most confidence, the surest first.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Mistake>> Mistakes { get; init; }

    /// <summary>For questions of which a recipe fits something, every answer.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<JudgedAnswer>> Answers { get; init; }
}

/// <summary>The answers whose confidence lies in a range.</summary>
/// <param name="From">The range's lower end, not part of it.</param>
/// <param name="To">Its upper end.</param>
/// <param name="Count">Answers in it.</param>
/// <param name="Confidence">Their mean confidence; 0 where there are none.</param>
/// <param name="Right">The share of them that is right; 0 where there are none.</param>
sealed record CalibrationBin(double From, double To, int Count, double Confidence, double Right);

/// <summary>A class taken for another.</summary>
/// <param name="Truth">The label.</param>
/// <param name="Answer">The first answer.</param>
/// <param name="Count">How often.</param>
sealed record Confusion(string Truth, string Answer, int Count);

/// <summary>A wrong answer.</summary>
/// <param name="Id">The picture, as its set numbers it.</param>
/// <param name="Truth">The label.</param>
/// <param name="Answer">The first answer.</param>
/// <param name="Confidence">Its confidence.</param>
sealed record Mistake(string Id, string Truth, string Answer, double Confidence);

/// <summary>An answer and whether it was right.</summary>
/// <param name="Id">The picture, as its set numbers it.</param>
/// <param name="Answer">The first answer, whether it is stated or not.</param>
/// <param name="Confidence">Its confidence.</param>
/// <param name="Right">Whether it was right.</param>
/// <param name="Scene">The kind of picture that the garment was read as, as models.json names it; null where that does not matter.</param>
sealed record JudgedAnswer(string Id, string Answer, double Confidence, bool Right, string? Scene);

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
