using System.CommandLine;
using Drape.Cli.CommandLine;
using Drape.Cli.Terminal;
using Drape.Inference;

namespace Drape.Cli.Evaluate;

/// <summary><c>drape eval</c> on the command line, with one command for each set.</summary>
static class EvaluateCommand
{
    const string Lessons = """
        Examples:
          drape eval closet --data data/                  figures over all rows of data/closet.csv
          drape eval closet --data data/ --split test     over the rows of one split
          drape eval closet --data data/ --json           for programs

        The folder holds closet.csv (columns n, owner_label, type, pattern, colour; split where --split is used)
        and the pictures as closet.tar or in a folder closet/, each named after its n. Rows without a label are
        left out of that label's figures.
        """;

    public static Command Create(Output output)
    {
        var command = new Command("eval", "Measure how well Drape reads pictures that have labels.");
        command.Subcommands.Add(Closet(output));
        return command;
    }

    static TaughtCommand Closet(Output output)
    {
        var data = new Option<string>("--data")
        {
            Description = "The folder with closet.csv and the pictures.",
            HelpName = "DIR",
            Required = true,
        };
        var split = new Option<string>("--split")
        {
            Description = "The rows of one split only.",
            DefaultValueFactory = _ => ClosetRow.AllSplits,
        };
        split.AcceptOnlyFromAmong("train", "validation", "test", "extra", ClosetRow.AllSplits);
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var closet = new TaughtCommand("closet", "Garments photographed at home: type, pattern and colour.", Lessons)
        {
            data, split, json,
        };
        closet.SetAction((parsed, cancellation) => RunClosetAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(split), parsed.GetValue(json), output,
            cancellation));
        return closet;
    }

    static async Task<int> RunClosetAsync(string data, string split, bool json, Output output,
        CancellationToken cancellation)
    {
        if (!Directory.Exists(data))
        {
            throw new WrongUseException($"There is no folder {data}.");
        }

        var rows = ClosetRow.Read(Path.Combine(data, "closet.csv"), split);
        var pictures = LabelledPictures.Find(data, "closet");
        using var catalog = ModelCatalog.Open();
        var analyzer = new PhotoAnalyzer(catalog, ThreadPolicy.ManyPhotos);
        using var progress = output.ErrorIsTerminal ? new ProgressLine(output.Error, rows.Count, "pictures") : null;
        var (report, failed) = await ClosetEvaluation.RunAsync(analyzer, ClosetEvaluation.Owner10Classes(catalog), rows,
            pictures, Environment.ProcessorCount, () => progress?.Advance(), cancellation);

        progress?.Clear();
        EvaluationText.Write(report, json, output);
        foreach (var picture in failed)
        {
            await output.Error.WriteLineAsync(Printable.Text($"{picture.Id}: {picture.Sentence}"));
        }

        return failed.Count > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }
}
