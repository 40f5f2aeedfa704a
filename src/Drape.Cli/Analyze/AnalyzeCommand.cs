using System.CommandLine;
using Drape.Cli.CommandLine;
using Drape.Cli.Terminal;

namespace Drape.Cli.Analyze;

/// <summary><c>drape analyze</c> on the command line: its words, options and help.</summary>
static class AnalyzeCommand
{
    const string Lessons = """
        Examples:
          drape analyze shirt.jpg                        one photo, for people
          drape analyze shirt.jpg --json                 one photo, for programs
          drape analyze closet/ --out closet.jsonl       a folder; stop it with Ctrl-C, run it again to go on
          drape analyze closet/ --overlay seen/          with the garments drawn onto copies of the photos
          drape analyze looks/ --heatmap where/          with where in each photo its style shows
          drape analyze 'closet/**/*.png' --plain        a pattern, in plain lines
          drape analyze https://example.org/coat.jpg     from the web
          curl -s https://example.org/coat.jpg | drape analyze - --json

        A photo in the --out file is known by its full path, which the file holds, and is not read again; those that
        failed are. To read a changed photo anew, take its line out or name another file. With --json, too, the
        document holds the photos of this run; one that failed is { "photo": ..., "error": { "detail": ... } }.
        Pictures of --overlay and --heatmap lie in the same folders as their photos do within the folder given, and
        take the place of those of an earlier run.

        Ends with 0 when all was done, 1 when some photos failed or are not there (each is named), 2 on wrong use
        or when nothing given is there, 3 when Drape itself failed, 130 when stopped by Ctrl-C
        or because nobody reads standard output any more.
        """;

    public static Command Create(Output output)
    {
        var photos = new Argument<string[]>("photos")
        {
            Description = "Files, URLs, folders (with those inside) or patterns; - reads standard input.",
            HelpName = "PATH|URL|FOLDER|PATTERN",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json")
        {
            Description = "One JSON document on standard output: an object for one photo, else an array.",
        };
        var results = TextOption.Create("--out",
            "Add a reading a line (JSON) to this file, and skip the photos it already has.", "FILE.jsonl", "a file");
        var overlay = TextOption.Create("--overlay",
            "Save each photo as NAME.jpg in this folder with its findings drawn on.", "DIR", "a folder");
        var heatmap = TextOption.Create("--heatmap",
            "Save each photo of an outfit as NAME.jpg in this folder with where its style shows.", "DIR", "a folder");
        var style = TextOption.Create("--style",
            "With --heatmap: the style to show, instead of each photo's first.", "NAME", "a style");
        var plain = new Option<bool>("--plain") { Description = "No colours and no progress bar, for logs." };
        var parallel = new Option<int>("--parallel")
        {
            Description = "Photos read at once.",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var allowPrivate = WebOption.AllowPrivate();
        parallel.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var given }] && !(int.TryParse(given, out int n) && n is >= 1 and <= 256))
            {
                result.AddError("--parallel takes a whole number from 1 to 256.");
            }
        });
        Misuse.RefuseOptions(photos);

        var command = new TaughtCommand("analyze", "Tell the garments in photos, their patterns and colours, and the outfit's style.", Lessons)
        {
            photos, json, results, overlay, heatmap, style, plain, parallel, allowPrivate,
        };
        command.Validators.Add(result =>
        {
            // Asking for the value of an option that was given none throws; that it has none is told already.
            string? Given(Option<string?> option) => result.GetResult(option)?.Tokens is [{ Value: var value }] ? value : null;
            if (Given(style) is not null && Given(heatmap) is null)
            {
                result.AddError("--style chooses what --heatmap DIR draws; give that, too.");
            }

            if (Given(heatmap) is { Length: > 0 } heat && Given(overlay) is { Length: > 0 } drawn
                && Path.GetFullPath(heat) == Path.GetFullPath(drawn))
            {
                result.AddError("--heatmap and --overlay would save under the same names. Name two folders.");
            }
        });
        command.SetAction((parsed, cancellation) => new AnalyzeRun(new AnalyzeOptions
        {
            Inputs = parsed.GetRequiredValue(photos),
            Json = parsed.GetValue(json),
            Results = parsed.GetValue(results),
            Overlay = parsed.GetValue(overlay),
            Heatmap = parsed.GetValue(heatmap),
            Style = parsed.GetValue(style),
            Plain = parsed.GetValue(plain),
            Parallel = parsed.GetValue(parallel),
            AllowPrivate = parsed.GetValue(allowPrivate),
            Verbose = DrapeCommand.IsVerbose(parsed),
        }, output).RunAsync(cancellation));
        return command;
    }
}
