using System.Text.Json;
using System.Text.Json.Serialization;
using Drape.Cli.CommandLine;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>What the gray values of masks mean.</summary>
[JsonSerializable(typeof(string[]))]
sealed partial class LabelsJson : JsonSerializerContext
{
    /// <summary>Reads outfit-mask-labels.json, the list of labels in the order of their values.</summary>
    /// <exception cref="WrongUseException">It is missing or no such list.</exception>
    public static string[] Read(EvaluationRequest request)
    {
        string path = request["outfit-mask-labels.json"];
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), Default.StringArray)
                is { Length: > 0 } labels ? labels : throw new WrongUseException($"{path} names no labels.");
        }
        catch (Exception e) when (e is FileNotFoundException or JsonException)
        {
            throw new WrongUseException($"{path} should be a JSON array with the masks' labels: {e.Message}", e);
        }
    }
}
