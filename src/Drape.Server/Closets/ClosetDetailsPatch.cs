using System.Globalization;
using System.Text.Json;
using Drape.Colours;
using Drape.Server.OpenApi;
using Drape.Server.Problems;
using Drape.Store.Closets;
using Microsoft.OpenApi;

namespace Drape.Server.Closets;

/// <summary>A change of a piece as JSON: what is named is set, null takes it away, all else stays.</summary>
static class ClosetDetailsPatch
{
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

    /// <summary>What the OpenAPI document says of it.</summary>
    public static OpenApiSchema Schema() => BodySchema.Object(
        ("name", BodySchema.OrNull(BodySchema.Text("What its owner calls it, at most 120 characters."))),
        ("type", BodySchema.Text("What it is, such as t-shirt: one of the reader's types.")),
        ("colour", BodySchema.Word("Its main colour.", ColourNames.All)),
        ("pattern", BodySchema.Text("Its pattern, such as striped: one of the reader's patterns.")),
        ("season", BodySchema.OrNull(BodySchema.Word("The season it is for; null for all of them.", ClosetDetails.Seasons))),
        ("warmth", BodySchema.OrNull(Level("From 1 (hot summer) to 5 (deep winter)."))),
        ("formality", BodySchema.OrNull(Level("From 1 (sport or lounge) to 5 (formal)."))),
        ("brand", BodySchema.OrNull(BodySchema.Text("Who made it, at most 120 characters."))),
        ("price", BodySchema.OrNull(new OpenApiSchema
        {
            Type = JsonSchemaType.Number,
            Minimum = "0",
            Description = "What it cost, with at most four decimals.",
        })),
        ("currency", BodySchema.OrNull(BodySchema.Text("The price's currency: three capital letters, as EUR."))),
        ("size", BodySchema.OrNull(BodySchema.Text("Its size as its label says it, at most 60 characters."))),
        ("notes", BodySchema.OrNull(BodySchema.Text("What its owner wants to remember, at most 2000 characters."))),
        ("boughtOn", BodySchema.OrNull(BodySchema.Text("The day it was bought, as 2026-11-21.", "date"))));

    static OpenApiSchema Level(string description) =>
        BodySchema.Whole(description, ClosetDetails.LowestLevel, ClosetDetails.HighestLevel);

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
        _ => throw new ArgumentException($"There is no field '{field}': there are {string.Join(", ", Schema().Properties!.Keys)}."),
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
