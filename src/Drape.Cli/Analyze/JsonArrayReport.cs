using System.Text.Json;

namespace Drape.Cli.Analyze;

/// <summary>Photos as one JSON array, written as they come; it is closed even when the run is stopped.</summary>
sealed class JsonArrayReport(TextWriter writer) : Report
{
    bool _begun;

    public override void Add(PhotoReading reading) =>
        AddElement(JsonSerializer.Serialize(reading, DrapeJson.Indented.PhotoReading));

    public override void Add(FailedPhoto failed) => AddElement(FailureJson.Text(failed));

    void AddElement(string json)
    {
        writer.Write(_begun ? ",\n" : "[\n");
        writer.Write(json);
        _begun = true;
    }

    protected override void End() => writer.WriteLine(_begun ? "\n]" : "[]");
}
