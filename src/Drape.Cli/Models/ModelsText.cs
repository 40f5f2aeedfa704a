using System.Globalization;
using Drape.Cli.Terminal;
using Drape.Inference;

namespace Drape.Cli.Models;

/// <summary>Prints networks for people.</summary>
static class ModelsText
{
    const int Indent = 2, LabelWidth = 9;

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
            Line("data", model.Data, " ");
            Line("input", Input(model.Input));
            foreach (var kind in model.Heads.GroupBy(h => h.Kind))
            {
                var (label, text) = Answers(kind.Key, [.. kind]);
                Line(label, text);
            }

            if (model.Figures.Count == 0)
            {
                Line("figures", "none stated");
            }

            foreach (var (pictures, figures) in model.Figures)
            {
                Line("figures", $"{pictures}: " + string.Join(", ", figures.Select(f =>
                    string.Create(CultureInfo.InvariantCulture, $"{f.Key} {f.Value:F3}"))));
            }
        }

        void Line(string label, string text, string separator = ", ")
        {
            foreach (string line in Wrapped.Lines(text, separator, output.Width - Indent - LabelWidth))
            {
                output.Out.WriteLine($"{new string(' ', Indent)}{ink.Muted(label.PadRight(LabelWidth))}{line}");
                label = "";
            }
        }
    }

    static string Input(InputSummary input) => input.Sizes is { } sizes
        ? string.Join(", ", sizes.Select(s => $"{s[0]} x {s[1]}")) + " pixels"
        : string.Create(CultureInfo.InvariantCulture, $"about {input.Area:N0} pixels, in the picture's proportions");

    static (string Label, string Text) Answers(HeadKind kind, IReadOnlyList<HeadSummary> heads) => kind switch
    {
        HeadKind.Scale => ("rates", string.Join(", ", heads.Select(h => $"{h.Name} ({h.Classes![0]} to {h.Classes[^1]})"))),
        HeadKind.Map => ("maps", string.Join(", ", heads.Select(h => $"{h.Name} ({h.Classes!.Count} classes)"))),
        HeadKind.Embedding => ("embeds", string.Join(", ", heads.Select(h => $"{h.Size} values"))),
        _ => ("chooses", string.Join(", ", heads.Select(h => $"{h.Name} ({h.Classes!.Count} classes)"))),
    };

    static string Size(long? bytes) => bytes is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{known / 1e6:0.0} MB") : "missing";
}
