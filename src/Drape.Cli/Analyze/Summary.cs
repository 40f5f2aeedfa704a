using System.Globalization;
using Drape.Cli.Terminal;

namespace Drape.Cli.Analyze;

/// <summary>The last words of a run: what was done, what failed and why, and how to go on.</summary>
sealed record Summary(GivenPhotos Given, Tally Tally, AnalyzeOptions Options, bool Stopped, TimeSpan Elapsed)
{
    /// <summary>Whether nobody reads standard output any more: then only failures are worth a word.</summary>
    public bool Abandoned { get; init; }

    public void Write(Output output)
    {
        foreach (var failed in Tally.Failed)
        {
            output.Error.WriteLine(Printable.Text($"{failed.Name}: {failed.Sentence}")
                + (failed.Trace is not null && !Options.Verbose ? "; --verbose shows the trace" : ""));
            if (Options.Verbose && failed.Trace is { } trace)
            {
                output.Error.WriteLine(trace);
            }
        }

        if (Abandoned)
        {
            return;
        }

        if (!Given.IsSingle || Options.Results is not null || Stopped)
        {
            var writer = Options.Json || Stopped ? output.Error : output.Out;
            if (Tally.Read > 0 && Options.ShowsBlocks(Given.Photos.Count))
            {
                writer.WriteLine();
            }

            writer.WriteLine(Printable.Text(Text()));
        }
    }

    string Text()
    {
        var sentences = new List<string> { Counts() + "." };
        if (Given.LeftOutText is { Length: > 0 } leftOut)
        {
            sentences.Add(leftOut + ".");
        }

        if (Stopped)
        {
            sentences.Add(Options.Results is { } file
                ? $"Stopped; {file} holds what is done. Run the same command again to go on."
                : Given.IsSingle ? "Stopped." : "Stopped. With --out FILE.jsonl a stopped run can go on where it was.");
        }

        return string.Join(" ", sentences);
    }

    string Counts()
    {
        var parts = new List<string> { Photos(Tally.Read) + " read" };
        if (Tally.Failed.Count > 0)
        {
            parts.Add($"{Tally.Failed.Count} failed");
        }

        if (Tally.Known > 0)
        {
            // What was read before is not decoded again, so nothing can be drawn on it.
            parts.Add($"{Tally.Known} already in {Options.Results}" + (Options is { Overlay: null, Heatmap: null } ? "" : " and not drawn now"));
        }

        string rate = Tally.Read > 1 ? string.Create(CultureInfo.InvariantCulture,
            $" in {Elapsed.TotalSeconds:0.0} s, {Tally.Read / Elapsed.TotalSeconds:0.0} a second") : "";
        return string.Join(", ", parts) + rate;
    }

    static string Photos(int count) => count == 1 ? "1 photo" : $"{count} photos";
}
