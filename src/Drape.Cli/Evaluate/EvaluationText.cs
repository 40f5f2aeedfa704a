using System.Globalization;
using System.Text.Json;
using Drape.Cli.Terminal;

namespace Drape.Cli.Evaluate;

/// <summary>Prints a report.</summary>
static class EvaluationText
{
    public static void Write(EvaluationReport report, bool json, Output output)
    {
        if (json)
        {
            output.Out.WriteLine(JsonSerializer.Serialize(report, EvaluationJson.Indented.EvaluationReport));
            return;
        }

        var ink = new Ink(output.Colours);
        string time = report.Milliseconds is { } median
            ? string.Create(CultureInfo.InvariantCulture, $", {median:0.0} ms each (median, a core for each)") : "";
        output.Out.WriteLine($"{report.Set}, {report.Count} {(report.Count == 1 ? "picture" : "pictures")}{ink.Muted(time)}");
        output.Out.WriteLine();
        int width = report.Figures.Keys.Select(n => n.Length).DefaultIfEmpty(0).Max() + 3;
        foreach (var (name, value) in report.Figures)
        {
            output.Out.WriteLine($"  {name.PadRight(width)}{ink.Accent(Number(value))}");
        }

        foreach (var (question, classes) in report.PerClass)
        {
            Write(question, classes, ink, output.Out);
        }
    }

    static void Write(string question, IReadOnlyDictionary<string, ClassFigures> classes, Ink ink, TextWriter writer)
    {
        if (classes.Count == 0)
        {
            return;
        }

        // Names come from a table that anybody may have written.
        int width = Math.Max(16, classes.Keys.Max(n => Printable.Text(n).Length) + 2);
        string[] columns = [.. classes.Values.SelectMany(c => c.Figures.Keys).Distinct()];
        writer.WriteLine();
        writer.WriteLine($"  {question.PadRight(width + 2)}"
            + ink.Muted("count" + string.Concat(columns.Select(c => c.PadLeft(Width(c))))));
        foreach (var (name, figures) in classes)
        {
            writer.WriteLine($"    {Printable.Text(name).PadRight(width)}{figures.Count,5}" + string.Concat(columns.Select(c =>
                (figures.Figures.TryGetValue(c, out double value) ? Number(value) : "").PadLeft(Width(c)))));
        }
    }

    /// <summary>Two spaces and the wider of a number and its title.</summary>
    static int Width(string column) => Math.Max(column.Length, 5) + 3;

    static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
