using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Drape.Cli.CommandLine;
using Drape.Cli.Terminal;
using Drape.Store.Blobs;

namespace Drape.Cli.Sweep;

/// <summary><c>drape sweep</c>: deletes the pictures that nothing shows any more.</summary>
static class SweepCommand
{
    const string Lessons = """
        Examples:
          drape sweep --dry-run   count what would go
          drape sweep             delete pictures of deleted catalogs, products and people

        What was kept within the last hour stays: an import keeps a picture before its product. While jobs wait or run
        nothing is swept. With pictures in S3 do not run it beside 'drape import': a bucket does not tell that an old
        picture was just put again.
        """;

    public static Command Create(Output output)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Only count; delete nothing." };
        var command = new TaughtCommand("sweep", "Delete the pictures that nothing shows any more.", Lessons) { dryRun };
        var (home, json) = KeptOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(home), parsed.GetValue(dryRun), parsed.GetValue(json), output, cancellation));
        return command;
    }

    static async Task<int> RunAsync(string? home, bool dryRun, bool json, Output output, CancellationToken cancellation)
    {
        await using var store = await DrapeHome.OpenAsync(home, cancellation);
        var swept = await new BlobSweep(store.Database, store.Blobs).RunAsync(!dryRun, cancellation);
        output.Out.WriteLine(json
            ? JsonSerializer.Serialize(SweepSummary.Of(swept, dryRun), SweepJson.Indented.SweepSummary) : Text(swept, dryRun));
        return ExitCode.Done;
    }

    static string Text(Swept swept, bool dryRun) =>
        $"{Sum(swept.Deleted)} that nothing shows {(dryRun ? "would be" : swept.Deleted.Count == 1 ? "is" : "are")} deleted"
        + (swept.Recent.Count > 0 ? $", {Sum(swept.Recent)} kept within the last hour or shown meanwhile" : "")
        + $"; {Sum(swept.Needed)} {(swept.Needed.Count == 1 ? "is" : "are")} needed.";

    static string Sum(BlobSum sum) => string.Create(CultureInfo.InvariantCulture,
        $"{sum.Count:N0} {(sum.Count == 1 ? "picture" : "pictures")} ({sum.Bytes / 1e6:N1} MB)");
}
