using System.Globalization;
using System.Text.Json;
using Drape.Server.Problems;
using Drape.Store.Closets;

namespace Drape.Server.Closets;

/// <summary>A change of a piece as JSON: what is named is set, null takes it away, all else stays.</summary>
static class ClosetDetailsPatch
{
    static readonly string[] Fields =
    [
        "name", "type", "colour", "pattern", "season", "warmth", "formality", "brand", "price", "currency", "size", "notes",
        "boughtOn",
    ];

    /// <summary>Makes the change.</summary>
    /// <param name="details">What is said.</param>
    /// <param name="patch">A JSON object.</param>
    /// <param name="known">The types and patterns that the networks know.</param>
    /// <exception cref="ProblemException">A field is unknown or its value cannot be.</exception>
    public static ClosetDetails Apply(ClosetDetails details, JsonElement patch, KnownWords known)
    {
        if (patch.ValueKind != JsonValueKind.Object)
        {
            throw new ProblemException(ClosetProblems.Wrong("Send a JSON object with what is to change, as {\"type\": \"polo\"}."));
        }

        try
        {
            foreach (var field in patch.EnumerateObject())
            {
                details = Set(details, field.Name, field.Value);
            }
        }
        catch (ArgumentException e)
        {
            throw new ProblemException(ClosetProblems.Wrong(e.Message), e);
        }

        known.Check(details);
        return details;
    }

    static ClosetDetails Set(ClosetDetails details, string field, JsonElement value) => field switch
    {
        "name" => details with { Name = Text(field, value) },
        "type" => details with { Type = Text(field, value)! },
        "colour" => details with { Colour = Text(field, value)! },
        "pattern" => details with { Pattern = Text(field, value)! },
        "season" => details with { Season = Text(field, value) },
        "warmth" => details with { Warmth = Number(field, value) },
        "formality" => details with { Formality = Number(field, value) },
        "brand" => details with { Brand = Text(field, value) },
        "price" => details with { Price = Amount(field, value) },
        "currency" => details with { Currency = Text(field, value) },
        "size" => details with { Size = Text(field, value) },
        "notes" => details with { Notes = Text(field, value) },
        "boughtOn" => details with { BoughtOn = Day(field, value) },
        _ => throw new ArgumentException($"There is no field '{field}': there are {string.Join(", ", Fields)}."),
    };

    static string? Text(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => throw new ArgumentException($"'{field}' is a text."),
    };

    static int? Number(string field, JsonElement value) => value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number
        : throw new ArgumentException($"'{field}' is a whole number.");

    static decimal? Amount(string field, JsonElement value) => value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal amount) ? amount
        : throw new ArgumentException($"'{field}' is a number.");

    static DateOnly? Day(string field, JsonElement value) => Text(field, value) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new ArgumentException($"'{field}' is a day, as 2026-11-21.");
}
