using System.Text.Json;
using Drape.Server.Problems;

namespace Drape.Server.Hosting;

/// <summary>A small JSON body that a route reads field by field.</summary>
static class JsonBody
{
    /// <summary>Reads it.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="wanted">The sentence that says what is to be sent.</param>
    /// <exception cref="ProblemException">It is no JSON, or has a text that is not valid Unicode.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> json, string wanted)
    {
        try
        {
            RequireTexts(json);
            return JsonSerializer.Deserialize<JsonElement>(json);
        }
        catch (JsonException e)
        {
            throw new ProblemException(RequestProblems.MalformedJson(
                $"{(json.IsEmpty ? "The body is empty." : "The body is no JSON.")} {wanted}"), e);
        }
        catch (InvalidOperationException e)
        {
            throw new ProblemException(RequestProblems.MalformedJson(
                $"The JSON has a text that is not valid Unicode. {wanted}"), e);
        }
    }

    /// <summary>A text of a JSON object; null where it has none of that name.</summary>
    public static string? TextOf(this JsonElement json, string name) => json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Asks for every text: half a pair of surrogates shows only there.</summary>
    static void RequireTexts(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String)
            {
                reader.GetString();
            }
        }
    }
}
