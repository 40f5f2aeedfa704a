using System.CommandLine;
using Drape.Cli.CommandLine;
using Drape.Cli.Terminal;
using Drape.Inference;

namespace Drape.Cli.Evaluate;

/// <summary>The command of one set: its options, and what all sets have in common when they run.</summary>
static class SetCommand
{
    /// <param name="name">The set.</param>
    /// <param name="description">What it holds and what is measured.</param>
    /// <param name="lessons">The end of its help.</param>
    /// <param name="splits">The splits its rows have.</param>
    /// <param name="create">Reads its tables and loads the networks.</param>
    /// <param name="output">Where figures and failures go.</param>
    /// <param name="connects">Whether it can try a database.</param>
    /// <param name="pictures">The sizes of pictures to choose from, the usual one first; none where there is one.</param>
    public static TaughtCommand Create(string name, string description, string lessons, string[] splits,
        Func<EvaluationRequest, ModelCatalog, IEvaluation> create, Output output, bool connects = false,
        params string[] pictures)
    {
        var data = new Option<string>("--data")
        {
            Description = "The folder with the tables and the pictures; DRAPE_DATA if not named.",
            HelpName = "DIR",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("DRAPE_DATA") is { Length: > 0 } named ? named
                : Path.Combine("..", "shared", "data"),
        };
        var split = new Option<string>("--split")
        {
            Description = "The rows of one split only.",
            DefaultValueFactory = _ => Split.All,
        };
        split.AcceptOnlyFromAmong(splits);
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var command = new TaughtCommand(name, description, lessons) { data, split, json };
        var size = new Option<string>("--pictures")
        {
            Description = "Which pictures of the set are read.",
            DefaultValueFactory = _ => pictures.FirstOrDefault() ?? "",
        };
        if (pictures.Length > 0)
        {
            size.AcceptOnlyFromAmong(pictures);
            command.Options.Add(size);
        }

        var connection = new Option<string?>("--connection")
        {
            Description = "Try the index of a PostgreSQL with pgvector, too.",
            HelpName = "CONNECTION",
        };
        if (connects)
        {
            command.Options.Add(connection);
        }

        command.SetAction((parsed, cancellation) =>
        {
            string chosen = pictures.Length > 0 ? parsed.GetRequiredValue(size) : "";
            var request = new EvaluationRequest(
                parsed.GetRequiredValue(data), new Split(parsed.GetRequiredValue(split)), chosen,
                connects ? parsed.GetValue(connection) : null);
            return RunAsync(request, create, parsed.GetValue(json), output, cancellation);
        });
        return command;
    }

    static async Task<int> RunAsync(EvaluationRequest request, Func<EvaluationRequest, ModelCatalog, IEvaluation> create,
        bool json, Output output, CancellationToken cancellation)
    {
        if (!Directory.Exists(request.Data))
        {
            throw new WrongUseException($"There is no folder {request.Data}. Name that of the data with --data, or in DRAPE_DATA.");
        }

        using var catalog = ModelCatalog.Open();
        var evaluation = create(request, catalog);
        foreach (string note in evaluation.Notes)
        {
            await output.Error.WriteLineAsync(note);
        }

        using var progress = output.ErrorIsTerminal
            ? new ProgressLine(output.Error, evaluation.Pictures, "pictures") : null;
        var run = new PictureRun(Environment.ProcessorCount, () => progress?.Advance(), cancellation);
        var report = (await evaluation.MeasureAsync(run)) with { Milliseconds = run.Milliseconds };

        progress?.Clear();
        EvaluationText.Write(report, json, output);
        foreach (var picture in run.Failed)
        {
            await output.Error.WriteLineAsync(Printable.Text($"{picture.Id}: {picture.Sentence}"));
        }

        return run.Failed.Count > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }
}
