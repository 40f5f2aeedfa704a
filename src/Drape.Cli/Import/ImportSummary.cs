using System.Globalization;
using System.Text.Json;
using Drape.Cli.Terminal;
using Drape.Server.Catalogs.Import;

namespace Drape.Cli.Import;

/// <summary>The last words of an import: what became of the rows, which failed and why, and how to go on.</summary>
sealed record ImportSummary(ImportRequest Request, ImportTally Tally, FailedRows Failed, IReadOnlyList<string> Unused,
    bool Stopped, TimeSpan Elapsed)
{
    double Rate => Tally.Done / Math.Max(Elapsed.TotalSeconds, 1e-3);

    public void Write(Output output)
    {
        Failed.Write(output.Error);
        if (Request.Json)
        {
            output.Out.WriteLine(JsonSerializer.Serialize(Document(), ImportJson.Indented.ImportDocument));
        }

        var writer = Request.Json || Stopped ? output.Error : output.Out;
        writer.WriteLine(Printable.Text(Text()));
    }

    string Text()
    {
        var sentences = new List<string> { Counts() + "." };
        if (Stopped)
        {
            sentences.Add($"Stopped; what is done is in the catalog {Request.Catalog}. Run the same command again to go on.");
        }

        return string.Join(" ", sentences);
    }

    string Counts()
    {
        var culture = CultureInfo.InvariantCulture;
        var parts = new List<string>
        {
            string.Create(culture, $"{Tally.Added:N0} {(Tally.Added == 1 ? "product" : "products")} added"),
            string.Create(culture, $"{Tally.Updated:N0} updated"),
            string.Create(culture, $"{Tally.Unchanged:N0} unchanged"),
        };
        if (Tally.Failed > 0)
        {
            parts.Add(string.Create(culture, $"{Tally.Failed:N0} failed"));
        }

        if (Request.Retire)
        {
            parts.Add(string.Create(culture, $"{Tally.Retired:N0} retired"));
        }

        return string.Join(", ", parts)
            + string.Create(culture, $" in {Elapsed.TotalSeconds:0.0} s, {Rate:0.0} a second");
    }

    ImportDocument Document() => new()
    {
        Catalog = Request.Catalog,
        Total = Tally.Total,
        Added = Tally.Added,
        Updated = Tally.Updated,
        Unchanged = Tally.Unchanged,
        Failed = Tally.Failed,
        Retired = Tally.Retired,
        Stopped = Stopped,
        Seconds = Math.Round(Elapsed.TotalSeconds, 2),
        Rate = Math.Round(Rate, 2),
        Unused = Unused,
        Failures = Failed.Rows,
    };
}
