using System.Globalization;
using System.Text.Json;
using Drape.Colours;
using Drape.Server.Photos;
using Drape.Server.Problems;

namespace Drape.Server.Catalogs.Search;

/// <summary>What a search is asked for in words, whichever way it came: query, form or JSON.</summary>
static class SearchFields
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "garment", "like", "words", "colour", "type", "pattern", "colourName", "gender", "wearer", "priceFrom", "priceTo", "sameKind",
        "limit", "minScore", "diversity",
    ];

    /// <summary>The fields of a query.</summary>
    public static Dictionary<string, string> OfQuery(IQueryCollection query) => query.ToDictionary(
        field => field.Key, field => field.Value.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The fields of a JSON object, and whether it has a photo.</summary>
    /// <exception cref="ProblemException">It is no JSON object of such fields.</exception>
    public static (Dictionary<string, string> Fields, bool Photo) OfJson(ReadOnlySpan<byte> json, PhotoFields photo)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        bool found = false;
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new ProblemException(RequestProblems.MalformedJson("The JSON is not an object."));
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals(photo.Base64) || (photo.Url is { } url && reader.ValueTextEquals(url)))
                {
                    reader.Read();
                    found |= reader.TokenType != JsonTokenType.Null;
                    reader.Skip();
                    continue;
                }

                string name = reader.GetString()!;
                reader.Read();
                switch (reader.TokenType)
                {
                    case JsonTokenType.Null:
                        break;
                    case JsonTokenType.String:
                        fields[name] = reader.GetString()!;
                        break;
                    case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                        fields[name] = System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
                        break;
                    default:
                        throw new ProblemException(RequestProblems.WrongParameter(
                            $"'{name}' is neither a text nor a number nor true or false."));
                }
            }

            reader.Read(); // nothing may follow, or it throws
        }
        catch (JsonException e)
        {
            throw new ProblemException(RequestProblems.MalformedJson(string.Create(CultureInfo.InvariantCulture,
                $"The JSON is damaged at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.")), e);
        }
        catch (InvalidOperationException e)
        {
            throw new ProblemException(RequestProblems.MalformedJson("The JSON has a text that is not valid Unicode."), e);
        }

        return (fields, found);
    }

    /// <summary>What is looked for, but for the photo.</summary>
    /// <param name="fields">The fields, by name.</param>
    /// <param name="catalogs">The catalogs to look through.</param>
    /// <exception cref="ProblemException">One of the fields is unknown or cannot be used.</exception>
    public static SearchRequest Parse(IReadOnlyDictionary<string, string> fields, IReadOnlyList<string> catalogs)
    {
        // A filter with a slip of the pen would answer with everything.
        string? stranger = fields.Keys.FirstOrDefault(key => !Names.Contains(key, StringComparer.OrdinalIgnoreCase));
        if (stranger is not null)
        {
            throw Wrong($"There is no parameter '{stranger}' here: there are {string.Join(", ", Names)}.");
        }

        if (fields.FirstOrDefault(field => field.Value.Contains('\0')) is { Key: { } torn })
        {
            throw Wrong($"'{torn}' holds a character that is none.");
        }

        string? Text(string name) => fields.GetValueOrDefault(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
        decimal? Amount(string name) => Text(name) is not { } text ? null
            : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount)
                ? amount : throw Wrong($"'{name}' is '{text}': it is an amount such as 39.90.");
        double Share(string name) => Text(name) is not { } text ? 0
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double share) && share is >= 0 and <= 1
                ? share : throw Wrong($"'{name}' is '{text}': it is a number from 0 to 1.");

        return new SearchRequest
        {
            Catalogs = catalogs,
            Like = Text("like"),
            Words = Text("words"),
            Colour = Text("colour") is { } colour ? ColourOf(colour) : null,
            SameKindOnly = Text("sameKind") is { } same && FlagOf("sameKind", same),
            Filter = new ProductFilter
            {
                Type = Text("type"),
                Colour = Text("colourName"),
                Pattern = Text("pattern"),
                Gender = Text("gender"),
                Wearer = WearerOf(Text("wearer")),
                PriceFrom = Amount("priceFrom"),
                PriceTo = Amount("priceTo"),
            },
            Limit = Text("limit") is { } limit ? LimitOf(limit) : SearchRequest.UsualLimit,
            MinScore = Share("minScore"),
            Diversity = Share("diversity"),
        };
    }

    /// <summary>Who will wear what is found; null where nobody says.</summary>
    /// <exception cref="ProblemException">It is another word.</exception>
    public static Wearer? WearerOf(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        null or "" => null,
        "WOMAN" => Wearer.Woman,
        "MAN" => Wearer.Man,
        _ => throw Wrong($"'wearer' is '{text}': it is woman or man, or left out."),
    };

    static OkLab ColourOf(string text)
    {
        try
        {
            return OkLab.FromHex(text);
        }
        catch (FormatException e)
        {
            throw Wrong($"'colour' is '{text}': it is a colour such as #1f2a4d; 'colourName' is for names.", e);
        }
    }

    static bool FlagOf(string name, string text) => text.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "ON" => true,
        "FALSE" or "OFF" => false,
        _ => throw Wrong($"'{name}' is '{text}': it is true or false."),
    };

    static int LimitOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int limit)
        && limit is >= 1 and <= SearchRequest.MostResults ? limit
            : throw Wrong($"'limit' is '{text}': it is a number from 1 to {SearchRequest.MostResults}.");

    static ProblemException Wrong(string detail, Exception? inner = null) => new(RequestProblems.WrongParameter(detail), inner);
}
