using System.Text.Json;

namespace Drape.Cli.Analyze;

/// <summary>One photo as one JSON object.</summary>
sealed class JsonObjectReport(TextWriter writer) : Report
{
    public override void Add(PhotoReading reading) =>
        writer.WriteLine(JsonSerializer.Serialize(reading, DrapeJson.Indented.PhotoReading));

    public override void Add(FailedPhoto failed) => writer.WriteLine(FailureJson.Text(failed));
}
