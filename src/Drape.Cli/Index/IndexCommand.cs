using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Drape.Cli.CommandLine;
using Drape.Cli.Terminal;
using Drape.Garments;
using Drape.Inference;
using Drape.Server.Catalogs.Search;

namespace Drape.Cli.Index;

/// <summary><c>drape index</c>: what searches look through, and reading anew what another network read.</summary>
static class IndexCommand
{
    const string Lessons = """
        Examples:
          drape index status                   how many products are found by their looks, and how quickly that is ready
          drape index rebuild                  read again what another network read; Ctrl-C stops, again goes on
          drape index rebuild --catalog shop   only in this catalog
          drape index rebuild --all            read every product again; names those whose pictures are missing or damaged

        A network that was exchanged makes looks that compare with nothing that was read before. Those products are found
        by words only until they are read again from the pictures that are kept.
        """;

    public static Command Create(Output output)
    {
        var command = new TaughtCommand("index", "Show what searches look through, and rebuild it.", Lessons);
        var status = new TaughtCommand("status", "Fill the index as a server does and tell what it holds.", Lessons);
        var json = Json(status);
        var home = DrapeHome.Option();
        status.Options.Add(home);
        status.SetAction((parsed, cancellation) =>
            StatusAsync(parsed.GetValue(home), parsed.GetValue(json), output, cancellation));
        command.Subcommands.Add(status);
        command.Subcommands.Add(Rebuild(output));
        return command;
    }

    static TaughtCommand Rebuild(Output output)
    {
        var catalogs = new Option<string[]>("--catalog")
        {
            Description = "Only in this catalog; may be given again.",
            HelpName = "NAME",
        };
        var all = new Option<bool>("--all") { Description = "Every product, whichever network read it." };
        var command = new TaughtCommand("rebuild", "Read the products again that another network read.", Lessons) { catalogs, all };
        var json = Json(command);
        var home = DrapeHome.Option();
        command.Options.Add(home);
        command.SetAction((parsed, cancellation) => new RebuildRun(
            parsed.GetValue(home), parsed.GetValue(catalogs) ?? [], parsed.GetValue(all), parsed.GetValue(json), output).RunAsync(cancellation));
        return command;
    }

    static Option<bool> Json(Command command)
    {
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        command.Options.Add(json);
        return json;
    }

    static async Task<int> StatusAsync(string? home, bool json, Output output, CancellationToken cancellation)
    {
        using var networks = ModelCatalog.Open();
        await using var store = await DrapeHome.OpenAsync(home, cancellation);
        var index = await ProductIndexes.OpenAsync(store, networks.Find(GarmentReader.ModelName), cancellation);
        var status = await index.StatusAsync(cancellation);
        if (json)
        {
            output.Out.WriteLine(JsonSerializer.Serialize(status, IndexJson.Indented.IndexStatus));
        }
        else
        {
            Write(status, store.Database.Place, output);
        }

        return ExitCode.Done;
    }

    static void Write(IndexStatus status, string place, Output output)
    {
        var ink = new Ink(output.Colours);
        var culture = CultureInfo.InvariantCulture;
        Line("database", place);
        Line("products", string.Create(culture, $"{status.Products:N0} are found by their looks"));
        Line("network", status.Network);
        Line(status.Kind, status.Bytes is { } bytes
            ? string.Create(culture, $"{bytes / 1e6:0.0} MB, filled in {status.Seconds:0.00} s") : "in the database");
        if (status.Outdated > 0)
        {
            Line("outdated", ink.Accent(string.Create(culture, $"{status.Outdated:N0}"))
                + " were read by another network: 'drape index rebuild' reads them again");
        }

        if (status.Kindless > 0)
        {
            Line("kindless", ink.Accent(string.Create(culture, $"{status.Kindless:N0}"))
                + " were read before kinds were: 'drape index rebuild' reads them again");
        }

        void Line(string label, string text) => output.Out.WriteLine($"  {ink.Muted(label.PadRight(10))}{text}");
    }
}
