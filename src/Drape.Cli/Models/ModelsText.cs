using System.Globalization;
using Drape.Cli.Terminal;

namespace Drape.Cli.Models;

/// <summary>Prints networks for people.</summary>
static class ModelsText
{
    public static void Write(IReadOnlyList<ModelSummary> models, Output output)
    {
        var ink = new Ink(output.Colours);
        for (int i = 0; i < models.Count; i++)
        {
            if (i > 0)
            {
                output.Out.WriteLine();
            }

            var model = models[i];
            string state = model.Sound switch { true => "  sound", false => "  not usable", null => "" };
            output.Out.WriteLine($"{ink.Accent(model.Name)}  {model.Version}{state}");
            Line("file", $"{model.File}, {Size(model.Bytes)}");
            Line("licence", model.Licence);
            Line("data", model.Data);
            Line("input", $"{model.Input[0]} x {model.Input[1]} pixels");
            Line("answers", string.Join(", ", model.Heads.Select(h => $"{h.Key} ({h.Value} classes)")));
            Line("figures", model.Figures.Count == 0 ? "none stated" : string.Join(", ", model.Figures.Select(f =>
                string.Create(CultureInfo.InvariantCulture, $"{f.Key} {f.Value:0.000}"))));
        }

        void Line(string label, string text) => output.Out.WriteLine($"  {ink.Muted(label.PadRight(9))}{text}");
    }

    static string Size(long? bytes) => bytes is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{known / 1e6:0.0} MB") : "missing";
}
