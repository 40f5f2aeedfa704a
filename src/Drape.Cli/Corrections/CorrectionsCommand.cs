using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Drape.Cli.CommandLine;
using Drape.Cli.Terminal;

namespace Drape.Cli.Corrections;

/// <summary><c>drape corrections</c>: writes down what people corrected who let the networks learn from it.</summary>
static class CorrectionsCommand
{
    const string Lessons = """
        Examples:
          drape corrections learn/                pictures and labels, laid out as the closet set
          drape eval closet --data learn/         how often the networks err on them

        Only pieces of people who agreed are written, cut out of their photos, with the labels that their owners corrected and
        without a name. Whoever takes the agreement back is not in the next folder: delete the old one.
        """;

    public static Command Create(Output output)
    {
        var folder = new Argument<string>("folder") { Description = "An empty folder, or one to be made.", HelpName = "DIR" };
        var command = new TaughtCommand("corrections", "Write the corrections that networks may learn from.", Lessons) { folder };
        var (home, json) = KeptOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(folder)!, parsed.GetValue(home), parsed.GetValue(json), output, cancellation));
        return command;
    }

    static async Task<int> RunAsync(string folder, string? home, bool json, Output output, CancellationToken cancellation)
    {
        await using var store = await DrapeHome.OpenAsync(home, cancellation);
        var written = await CorrectionSet.WriteAsync(store, folder, cancellation);
        output.Out.WriteLine(json ? JsonSerializer.Serialize(written, CorrectionsJson.Indented.WrittenCorrections) : Text(written, folder));
        return ExitCode.Done;
    }

    static string Text(WrittenCorrections written, string folder) => written.Pieces == 0
        ? "There is nothing to learn from: nobody who agreed has corrected anything yet."
        : string.Create(CultureInfo.InvariantCulture, $"{written.Pieces} {(written.Pieces == 1 ? "piece" : "pieces")} with ")
            + string.Create(CultureInfo.InvariantCulture, $"{written.Labels} corrected {(written.Labels == 1 ? "label" : "labels")} in {folder}.");
}
