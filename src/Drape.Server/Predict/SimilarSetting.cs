using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Drape.Server.Catalogs.Search;
using Drape.Server.Problems;

namespace Drape.Server.Predict;

/// <summary>How an older client wants similar pictures.</summary>
public sealed record SimilarSetting
{
    /// <summary>How many pictures at most.</summary>
    [JsonPropertyName("output_limit")]
    public int OutputLimit { get; init; } = SearchRequest.UsualLimit;

    /// <summary>Whether only pictures of the class that was found are wanted.</summary>
    [JsonPropertyName("on_cnn")]
    public bool OnCnn { get; init; }

    /// <summary>Reads the form's field; one that is left out or empty asks for nothing special.</summary>
    /// <exception cref="ProblemException">It is no such setting.</exception>
    internal static SimilarSetting Parse(string? json)
    {
        try
        {
            var setting = string.IsNullOrWhiteSpace(json) ? new SimilarSetting()
                : JsonSerializer.Deserialize<SimilarSetting>(json, ServerJson.Options) ?? new SimilarSetting();
            return setting.OutputLimit is >= 1 and <= SearchRequest.MostResults ? setting
                : throw new ProblemException(RequestProblems.WrongParameter(string.Create(CultureInfo.InvariantCulture,
                    $"'output_limit' is {setting.OutputLimit}: it is a number from 1 to {SearchRequest.MostResults}.")));
        }
        catch (JsonException e)
        {
            throw Wrong(e);
        }
    }

    static ProblemException Wrong(Exception? inner) => new(RequestProblems.WrongParameter("The form's field \"setting\" is no "
        + $"JSON such as {{\"output_limit\": 12, \"on_cnn\": true}}, with a limit from 1 to {SearchRequest.MostResults}."), inner);
}
