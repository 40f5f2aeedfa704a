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
        output.Out.WriteLine($"{report.Set}, {report.Count} pictures");
        output.Out.WriteLine();
        foreach (var (name, value) in report.Figures)
        {
            output.Out.WriteLine($"  {name,-16}{ink.Accent(Number(value))}");
        }

        foreach (var (question, classes) in report.PerClass)
        {
            output.Out.WriteLine();
            output.Out.WriteLine($"  {question,-18}{ink.Muted("count    top1")}");
            foreach (var (name, figures) in classes)
            {
                output.Out.WriteLine($"    {name,-16}{figures.Count,5}   {Number(figures.Top1)}");
            }
        }
    }

    static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
