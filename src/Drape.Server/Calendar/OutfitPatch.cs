using System.Globalization;
using System.Text.Json;
using Drape.Server.OpenApi;
using Drape.Server.Problems;
using Drape.Store.Calendar;
using Microsoft.OpenApi;

namespace Drape.Server.Calendar;

/// <summary>An outfit, or a change of one, as JSON: what is named is set, all else stays.</summary>
static class OutfitPatch
{
    static readonly string[] Fields = ["day", "pieces", "note", "worn"];

    /// <summary>Makes an outfit, or changes one.</summary>
    /// <param name="outfit">The outfit as it is; null for a new one, of which a day and pieces have to be said.</param>
    /// <param name="patch">A JSON object.</param>
    /// <exception cref="ProblemException">A field is unknown or missing, or its value cannot be.</exception>
    public static OutfitDetails Apply(Outfit? outfit, JsonElement patch)
    {
        if (patch.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("Send a JSON object, as {\"day\": \"2026-11-21\", \"pieces\": [12, 7]}.");
        }

        if (patch.EnumerateObject().Select(field => field.Name).FirstOrDefault(name => !Fields.Contains(name)) is { } stranger)
        {
            throw Wrong($"There is no field '{stranger}': there are {string.Join(", ", Fields)}.");
        }

        try
        {
            return new OutfitDetails
            {
                Day = patch.TryGetProperty("day", out var day) ? DayOf(day)
                    : outfit?.Day ?? throw new ArgumentException("'day' is missing: it is a day, as 2026-11-21."),
                Pieces = patch.TryGetProperty("pieces", out var pieces) ? PiecesOf(pieces)
                    : outfit?.PieceIds ?? throw new ArgumentException("'pieces' are missing: they are numbers of pieces in the closet."),
                Note = patch.TryGetProperty("note", out var note) ? NoteOf(note) : outfit?.Note,
                Worn = patch.TryGetProperty("worn", out var worn) ? WornOf(worn) : outfit?.Worn ?? false,
            };
        }
        catch (ArgumentException e)
        {
            throw new ProblemException(CalendarProblems.Wrong(e.Message), e);
        }
    }

    /// <summary>What the OpenAPI document says of a change.</summary>
    public static OpenApiSchema Schema() => BodySchema.Object(
        Day,
        ("pieces", new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
            MinItems = 1,
            MaxItems = OutfitDetails.MostPieces,
            UniqueItems = true,
            Description = "The numbers of its pieces in the closet.",
        }),
        ("note", BodySchema.OrNull(BodySchema.Text("What is to be remembered of it, at most 500 characters."))),
        ("worn", new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "Whether it was worn." }));

    /// <summary>What it says of a new outfit.</summary>
    public static OpenApiSchema NewSchema()
    {
        var schema = Schema();
        schema.Required = new HashSet<string> { "day", "pieces" };
        return schema;
    }

    /// <summary>What it says of a copy.</summary>
    public static OpenApiSchema CopySchema()
    {
        var schema = BodySchema.Object(Day);
        schema.Required = new HashSet<string> { "day" };
        return schema;
    }

    static (string, OpenApiSchema) Day => ("day", BodySchema.Text("The day, as 2026-11-21.", "date"));

    static DateOnly DayOf(JsonElement value) => value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(
        value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day : throw new ArgumentException("'day' is a day, as 2026-11-21.");

    static long[] PiecesOf(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(piece => piece.ValueKind == JsonValueKind.Number && piece.TryGetInt64(out long id)
            ? id : throw new ArgumentException("'pieces' are numbers of pieces in the closet."))]
        : throw new ArgumentException("'pieces' is a list of numbers, as [12, 7].");

    static string? NoteOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => throw new ArgumentException("'note' is a text."),
    };

    static bool WornOf(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? value.GetBoolean() : throw new ArgumentException("'worn' is true or false.");

    static ProblemException Wrong(string detail) => new(CalendarProblems.Wrong(detail));
}
