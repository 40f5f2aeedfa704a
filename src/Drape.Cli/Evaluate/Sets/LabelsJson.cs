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
        catch (FileNotFoundException e)
        {
            throw new WrongUseException($"There is no {path}, the JSON array of the masks' labels.", e);
        }
        catch (JsonException e)
        {
            throw new WrongUseException($"{path} should be a JSON array of words, the masks' labels in the order of their values.", e);
        }
    }
}
