using System.Text.Json;
using Drape.Server.OpenApi;
using Drape.Server.Pages;
using Drape.Server.Problems;
using Drape.Store.People;
using Microsoft.OpenApi;

namespace Drape.Server.People;

/// <summary>A change of a profile as JSON: what is named is set, null takes it away, all else stays.</summary>
static class ProfilePatch
{
    /// <summary>Makes the change.</summary>
    /// <param name="person">The profile.</param>
    /// <param name="patch">A JSON object.</param>
    /// <exception cref="ProblemException">A field is unknown or its value cannot be.</exception>
    public static Person Apply(Person person, JsonElement patch)
    {
        if (patch.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("Send a JSON object with what is to change, as {\"name\": \"Ann\"}.");
        }

        foreach (var field in patch.EnumerateObject())
        {
            person = Set(person, field.Name, field.Value);
        }

        return person;
    }

    /// <summary>What the OpenAPI document says of it.</summary>
    public static OpenApiSchema Schema() => BodySchema.Object(
        ("name", BodySchema.Text("The name that others see, 1 to 60 characters.")),
        ("gender", BodySchema.OrNull(BodySchema.Text("The gender in one's own words, 1 to 40 characters."))),
        ("language", BodySchema.OrNull(BodySchema.Word("The language of pages and letters; null for the browser's.", Languages.All))),
        ("units", BodySchema.Word("How lengths and temperatures are told.", UnitWords.All)));

    static Person Set(Person person, string field, JsonElement value)
    {
        string? text = value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            _ => throw Wrong($"'{field}' is a text or null."),
        };
        return field switch
        {
            "name" => person with { Name = ProfileRules.Name(text) ?? throw Wrong("'name' has 1 to 60 characters in one line.") },
            "gender" => person with
            {
                Gender = text is null ? null : ProfileRules.Gender(text)
                    ?? throw Wrong("'gender' has 1 to 40 characters in one line, or is null."),
            },
            "language" => text is null || Languages.All.Contains(text) ? person with { Language = text }
                : throw Wrong($"'language' is '{text}': it is {string.Join(" or ", Languages.All)}, or null for the browser's."),
            "units" => person with
            {
                Units = UnitWords.Of(text) ?? throw Wrong($"'units' is '{text}': it is {string.Join(" or ", UnitWords.All)}."),
            },
            _ => throw Wrong($"There is no field '{field}': there are name, gender, language and units."),
        };
    }

    static ProblemException Wrong(string detail) => new(RequestProblems.WrongParameter(detail));
}
