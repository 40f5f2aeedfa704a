using System.Text.Json;
using System.Text.Json.Serialization;

namespace Drape.Cli.Evaluate;

/// <summary>How one class fared; in JSON { "count": 12, "top1": 0.75 }.</summary>
[JsonConverter(typeof(ClassFiguresConverter))]
sealed class ClassFigures
{
    /// <param name="count">Pictures with that label.</param>
    /// <param name="figures">Its figures by name; kept to four places.</param>
    public ClassFigures(int count, params ReadOnlySpan<(string Name, double Value)> figures)
    {
        Count = count;
        var rounded = new Dictionary<string, double>();
        foreach (var (name, value) in figures)
        {
            rounded[name] = Math.Round(value, 4);
        }

        Figures = rounded;
    }

    /// <summary>Pictures with that label.</summary>
    public int Count { get; }

    /// <summary>Its figures by name.</summary>
    public IReadOnlyDictionary<string, double> Figures { get; }
}

/// <summary>Writes the count and the figures into one object.</summary>
sealed class ClassFiguresConverter : JsonConverter<ClassFigures>
{
    public override ClassFigures Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Reports are written, not read.");

    public override void Write(Utf8JsonWriter writer, ClassFigures value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("count", value.Count);
        foreach (var (name, figure) in value.Figures)
        {
            writer.WriteNumber(name, figure);
        }

        writer.WriteEndObject();
    }
}
