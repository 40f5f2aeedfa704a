using System.CommandLine;
using System.Text.Json;
using Drape.Cli.CommandLine;
using Drape.Cli.Terminal;
using Drape.Garments;
using Drape.Inference;
using Drape.Styles;

namespace Drape.Cli.Models;

/// <summary><c>drape models</c>: lists the networks and tries them out.</summary>
static class ModelsCommand
{
    const string Lessons = """
        The networks lie in the folder models/ beside the program, or where DRAPE_MODELS points: ONNX files and
        a models.json that describes each. When one is damaged, restore its file from the release (or build again)
        and run 'drape models verify'.

        Ends with 0 when all are sound, 1 when one is not or there is none to read photos with.
        """;

    static readonly string[] Needed = [GarmentParser.ModelName, GarmentReader.ModelName, StyleReader.ModelName];

    public static Command Create(Output output)
    {
        var command = new Command("models", "Show and check the networks that Drape reads with.");
        command.Subcommands.Add(Part("list", "Version, size, licence, questions and figures of each.", false, output));
        command.Subcommands.Add(Part("verify", "Check each file's SHA-256, run it once, and ask what an analysis asks.", true, output));
        return command;
    }

    static TaughtCommand Part(string name, string description, bool verify, Output output)
    {
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var command = new TaughtCommand(name, description, Lessons) { json };
        command.SetAction(parsed => Run(verify, parsed.GetValue(json), output));
        return command;
    }

    static int Run(bool verify, bool json, Output output)
    {
        using var catalog = ModelCatalog.Open();
        var models = new List<ModelSummary>();
        foreach (var manifest in catalog.Models)
        {
            var summary = ModelSummary.Of(catalog, manifest);
            string? problem = verify ? ModelTrial.Problem(catalog, manifest) : null;
            models.Add(verify ? summary with { Sound = problem is null, Problem = problem } : summary);
        }

        if (json)
        {
            output.Out.WriteLine(JsonSerializer.Serialize<IReadOnlyList<ModelSummary>>(
                models, ModelsJson.Indented.IReadOnlyListModelSummary));
        }
        else
        {
            ModelsText.Write(models, output);
        }

        var problems = models.Select(m => m.Problem).OfType<string>().ToList();
        if (verify)
        {
            problems.AddRange(Needed.Where(name => !models.Exists(m => m.Name == name)).Select(name =>
                $"{Path.Combine(catalog.Folder, "models.json")} has no network '{name}', "
                + "without which no photo can be read. Restore the file from the release."));
        }

        foreach (string problem in problems)
        {
            output.Error.WriteLine(Printable.Text(problem));
        }

        return problems.Count > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }
}
