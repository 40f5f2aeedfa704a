using System.Text.Json;
using Drape.Server.Problems;

namespace Drape.Server.Hosting;

/// <summary>The fields of a JSON object that was sent.</summary>
static class JsonFields
{
    const int LongestName = 60;

    /// <summary>Refuses a field that means nothing: what is misspelt would be left out in silence.</summary>
    /// <param name="json">The JSON; what is no object has no fields.</param>
    /// <param name="known">The fields there are, in any case.</param>
    /// <exception cref="ProblemException">There is another.</exception>
    /// <exception cref="JsonException">The JSON is damaged.</exception>
    public static void RequireKnown(ReadOnlySpan<byte> json, params ReadOnlySpan<string> known)
    {
        if (Stranger(json, known) is { } stranger)
        {
            throw new ProblemException(RequestProblems.WrongParameter(
                $"There is no field '{stranger}' here: there are {string.Join(", ", known.ToArray())}."));
        }
    }

    /// <summary>The first field that means nothing; null if there is none.</summary>
    /// <inheritdoc cref="RequireKnown"/>
    public static string? Stranger(ReadOnlySpan<byte> json, params ReadOnlySpan<string> known)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name;
            try
            {
                name = reader.GetString()!;
            }
            catch (InvalidOperationException e)
            {
                throw new JsonException("A field's name is not valid Unicode.", e);
            }

            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return name.Length <= LongestName ? name : name[..LongestName] + "...";
            }

            reader.Read();
            reader.Skip();
        }

        return null;
    }
}
