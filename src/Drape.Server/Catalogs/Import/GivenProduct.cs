using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Drape.Server.Prices;

namespace Drape.Server.Catalogs.Import;

/// <summary>A product as a request gives it.</summary>
public sealed record GivenProduct
{
    const int LongestId = 200;

    /// <summary>The names of its fields.</summary>
    internal static string[] Fields { get; } =
        ["id", "picture", "name", "names", "price", "currency", "link", "category", "gender"];

    /// <summary>Its id in the shop, 1 to 200 characters.</summary>
    public string? Id { get; init; }

    /// <summary>Its picture: an http(s) URL, a data: URL, or the file as base64 text.</summary>
    [JsonConverter(typeof(GivenPictureConverter))]
    public GivenPicture? Picture { get; init; }

    /// <summary>Its name in the shop's main language.</summary>
    public string? Name { get; init; }

    /// <summary>Its names in further languages, by language code such as <c>ko</c>.</summary>
    public Dictionary<string, string>? Names { get; init; }

    /// <summary>What it costs: a number, or a text as shops write it.</summary>
    public JsonElement? Price { get; init; }

    /// <summary>The price's currency, three letters of ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>Its page in the shop: an http(s) URL.</summary>
    public string? Link { get; init; }

    /// <summary>The shop's own category.</summary>
    public string? Category { get; init; }

    /// <summary>Whom the shop sells it to.</summary>
    public string? Gender { get; init; }

    /// <summary>The product as a row.</summary>
    /// <exception cref="RowException">Something of it cannot be used.</exception>
    internal ProductRow ToRow()
    {
        string id = Id is { Length: > 0 } given ? given : throw new RowException("The product has no id.");
        if (id.Length > LongestId || id.Any(char.IsControl))
        {
            throw new RowException($"An id has 1 to {LongestId} characters, none of them a control character.");
        }

        if (ProductLink.Fault(Link, id) is { } fault)
        {
            throw new RowException(fault);
        }

        var (price, currency) = PriceOf(id);
        return currency is null || (currency.Length == 3 && currency.All(char.IsAsciiLetter)) ? new ProductRow
        {
            Key = id,
            Place = id,
            Picture = PictureOf(id).Url,
            Sent = PictureOf(id).File,
            Name = Name,
            Names = Names ?? [],
            Price = price,
            Currency = currency?.ToUpperInvariant(),
            Link = Link,
            Category = Category,
            Gender = Gender,
        } : throw new RowException($"The currency '{currency}' of {id} is no code of three letters such as EUR.");
    }

    GivenPicture PictureOf(string id) => Picture switch
    {
        null => throw new RowException($"The product {id} has no picture."),
        { Url: null, File: null } => throw new RowException(
            $"The picture of {id} is neither an http(s) URL nor a data: URL nor base64 text."),
        _ => Picture,
    };

    (decimal? Amount, string? Currency) PriceOf(string id) => Price switch
    {
        null or { ValueKind: JsonValueKind.Null } => (null, Currency),
        { ValueKind: JsonValueKind.Number } number when number.TryGetDecimal(out decimal amount) => (amount, Currency),
        { ValueKind: JsonValueKind.String } text when PriceText.TryRead(text.GetString()!, out decimal amount, out var named)
            => (amount, Currency ?? named),
        { } other => throw new RowException($"The price {other.GetRawText()} of {id} is no amount such as 39.90."),
    };
}

/// <summary>A product's picture as a request gives it: where it is, or the file itself; of a text that is neither, nothing.</summary>
/// <param name="Url">Where it is; null where the file was given.</param>
/// <param name="File">The file; null where a URL was given.</param>
public sealed record GivenPicture(string? Url, byte[]? File);

/// <summary>Reads a picture's text without making text of the file in it.</summary>
public sealed class GivenPictureConverter : JsonConverter<GivenPicture>
{
    /// <inheritdoc/>
    public override GivenPicture Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("A picture is a text.");
        }

        byte[]? unescaped = null;
        if (reader.ValueIsEscaped)
        {
            unescaped = new byte[reader.ValueSpan.Length];
            Array.Resize(ref unescaped, reader.CopyString(unescaped));
        }

        ReadOnlySpan<byte> text = unescaped ?? reader.ValueSpan;
        if (!text.StartsWith("data:"u8))
        {
            // No base64 text has a colon, and no URL is without one.
            return text.Contains((byte)':') ? new GivenPicture(reader.GetString(), null) : Decoded(text);
        }

        int comma = text.IndexOf((byte)',');
        return comma > 0 && text[..comma].EndsWith(";base64"u8) ? Decoded(text[(comma + 1)..]) : new GivenPicture(null, null);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, GivenPicture value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Pictures are only read.");

    static GivenPicture Decoded(ReadOnlySpan<byte> text)
    {
        byte[] file = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        if (Base64.DecodeFromUtf8(text, file, out _, out int length) != System.Buffers.OperationStatus.Done)
        {
            return new GivenPicture(null, null);
        }

        Array.Resize(ref file, length);
        return new GivenPicture(null, file);
    }
}
