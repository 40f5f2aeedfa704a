using System.Text.Json;
using System.Text.Json.Serialization;
using Drape.Imaging;

namespace Drape;

/// <summary>Writes a box as [x, y, width, height].</summary>
public sealed class PixelBoxConverter : JsonConverter<PixelBox>
{
    /// <inheritdoc/>
    public override PixelBox Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<int> values = stackalloc int[4];
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A box is an array [x, y, width, height].");
        }

        foreach (ref int value in values)
        {
            reader.Read();
            value = reader.GetInt32();
        }

        reader.Read();
        return reader.TokenType == JsonTokenType.EndArray
            ? new PixelBox(values[0], values[1], values[2], values[3])
            : throw new JsonException("A box has four numbers: [x, y, width, height].");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PixelBox value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray();
        writer.WriteNumberValue(value.X);
        writer.WriteNumberValue(value.Y);
        writer.WriteNumberValue(value.Width);
        writer.WriteNumberValue(value.Height);
        writer.WriteEndArray();
    }
}
