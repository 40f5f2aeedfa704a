using System.Globalization;
using System.Text.Json;
using Drape.Server.Hosting;

namespace Drape.Server.Catalogs.Import;

/// <summary>
/// Products in a request's JSON: an array, or an object with such an array as <c>products</c>. One after the other is made
/// of its text, so that of many pictures few are held beside it.
/// </summary>
public sealed class ProductList : IProductSource
{
    const string Member = "products";

    readonly ReadOnlyMemory<byte> _json;
    readonly List<Range> _products = [];

    /// <summary>Finds the products.</summary>
    /// <param name="json">The JSON, in UTF-8.</param>
    /// <exception cref="ImportException">It is no JSON, or has no such array.</exception>
    public ProductList(ReadOnlyMemory<byte> json)
    {
        _json = json;
        try
        {
            Find();
        }
        catch (JsonException e)
        {
            throw new ImportException(string.Create(CultureInfo.InvariantCulture,
                $"The JSON is damaged at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}."), e);
        }
    }

    /// <summary>The array's own JSON; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Array { get; private set; }

    /// <summary>Whether a JSON is one product instead of several.</summary>
    public static bool IsOne(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonFields.Stranger(json, Member) is { } field
                && GivenProduct.Fields.Contains(field, StringComparer.OrdinalIgnoreCase);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public int Count => _products.Count;

    /// <inheritdoc/>
    public IEnumerable<GivenRow> Rows()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int number = 0; number < _products.Count; number++)
        {
            yield return Row(number, seen);
        }
    }

    GivenRow Row(int number, HashSet<string> seen)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"product {number + 1}");
        try
        {
            if (JsonFields.Stranger(_json.Span[_products[number]], GivenProduct.Fields) is { } stranger)
            {
                return new GivenRow(new FailedRow(place,
                    $"There is no field '{stranger}' of a product: there are {string.Join(", ", GivenProduct.Fields)}."));
            }

            var given = JsonSerializer.Deserialize<GivenProduct>(_json.Span[_products[number]], ServerJson.Options);
            if (given is null)
            {
                return new GivenRow(new FailedRow(place, "It is null instead of a product."));
            }

            place = given.Id ?? place;
            return seen.Add(place) ? new GivenRow(given.ToRow())
                : new GivenRow(new FailedRow(place, $"The id {place} was given before already."));
        }
        catch (RowException e)
        {
            return new GivenRow(new FailedRow(place, e.Message));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            string member = (e as JsonException)?.Path is { Length: > 2 } path ? $"Its '{path[2..]}'" : "It";
            return new GivenRow(new FailedRow(place, $"{member} is not what a product has there: see /openapi/v1.json."));
        }
    }

    void Find()
    {
        var reader = new Utf8JsonReader(_json.Span);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            TakeElements(ref reader);
            reader.Read(); // nothing may follow, or it throws
            return;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new ImportException("The JSON is no array of products: [{\"id\": \"1\", \"picture\": \"https://...\"}].");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool products = reader.ValueTextEquals(Member);
            reader.Read();
            if (!products || reader.TokenType == JsonTokenType.Null)
            {
                reader.Skip();
                continue;
            }

            if (reader.TokenType != JsonTokenType.StartArray || !Array.IsEmpty)
            {
                throw new ImportException($"'{Member}' is not one array of products.");
            }

            TakeElements(ref reader);
        }

        reader.Read();
    }

    void TakeElements(ref Utf8JsonReader reader)
    {
        int first = (int)reader.TokenStartIndex;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            _products.Add(start..(int)reader.BytesConsumed);
        }

        Array = _json[first..(int)reader.BytesConsumed];
    }
}
